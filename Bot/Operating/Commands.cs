using DisclosureBot.Archiving;
using DisclosureBot.Journal;

namespace DisclosureBot.Operating;

/// <summary>What the program does beside serving, named by its first argument. None of it starts the server or sends anything, and all of it may run beside a running one.</summary>
public static class Commands
{
    private const int Misused = 2;

    private const string Usage = """
        用法 / Usage: dotnet Bot.dll [命令 / command] [--设置 / --setting 值 / value …]

          (无 / none)                启动服务 / serve
          verify                     核验：哈希链、状态、列表、卡片 / check chains, states, lists and cards
          rebuild [dry-run]          由办理记录重建状态和列表 / rebuild states and lists from the events
          backup 目录/DIRECTORY      备份办理记录和文件，可在运行中进行 / back up the journal and the files, also while running
          export 文件/FILE           导出全部办理记录（每行一条）/ export every event, one a line
          check-export 文件/FILE     核验导出的文件，不需要数据库 / check an exported file; needs no database
          check-archive 文件/FILE    核验归档包，不需要数据库 / check an archive package; needs no database
          help                       显示本说明 / show this
        """;

    /// <summary>Whether the program was started for one of them; arguments that begin with a dash are settings.</summary>
    public static bool IsMeant(string[] args) => args is [var word, ..] && !word.StartsWith('-');

    /// <summary>What follows the command's own words: a path among those could be taken for a setting.</summary>
    public static string[] Settings(string[] args) => IsMeant(args) ? args[Words(args).Length..] : args;

    /// <summary>Carries out what needs neither a configuration nor a journal.</summary>
    /// <returns>The exit code; null where it is another command.</returns>
    public static async Task<int?> RunAlone(string[] args) => Words(args) switch
    {
        ["help"] => await Say(Console.Out, Usage, 0),
        ["check-archive", ..] => await PackageCheck.Run(args, Console.Out),
        ["check-export", var file] => await Export.Check(file, Console.Out),
        ["verify"] or ["rebuild"] or ["rebuild", "dry-run"] or ["backup", _] or ["export", _] => null,
        ["verify" or "rebuild" or "backup" or "export" or "check-export" or "help", ..] => await Say(Console.Error, Usage, Misused),
        _ => await Say(Console.Error, $"没有命令“{args[0]}”。/ There is no command '{args[0]}'.\n\n{Usage}", Misused),
    };

    /// <summary>Carries out the others.</summary>
    /// <returns>The exit code: 0 when all is well.</returns>
    public static Task<int> Run(string[] args, IServiceProvider services)
    {
        services.GetRequiredService<CaseJournal>().Migrate();
        return Words(args) switch
        {
            ["verify"] => Verification.Run(services),
            ["rebuild"] => Rebuilding.Run(services, isDryRun: false),
            ["rebuild", "dry-run"] => Rebuilding.Run(services, isDryRun: true),
            ["backup", var directory] => Backup.Run(services, directory),
            ["export", var file] => Export.Run(services, file),
            _ => throw new InvalidOperationException(args[0]),
        };
    }

    /// <summary>What stands before the settings.</summary>
    private static string[] Words(string[] args) => [.. args.TakeWhile(word => !word.StartsWith('-'))];

    private static async Task<int> Say(TextWriter output, string text, int code)
    {
        await output.WriteLineAsync(text);
        return code;
    }
}
