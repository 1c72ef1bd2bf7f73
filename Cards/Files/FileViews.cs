using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Files;

/// <summary>Every version of every file of one slip, as one person sees it.</summary>
/// <param name="Lines">The newest first.</param>
/// <param name="From">How many of the newest to pass over.</param>
/// <param name="Paper">Where the slip lies as a PDF; null where it cannot be had here.</param>
public sealed record FilesView(string Slip, string Number, string Title, IReadOnlyList<FileLine> Lines, int From = 0, string? Paper = null, Notice? Notice = null)
{
    /// <summary>What the files are of.</summary>
    public string What { get; init; } = "文件审批处理签";
}

/// <summary>One version of one file.</summary>
/// <param name="Id">Travels with 发到聊天.</param>
/// <param name="Role">正文 · 第2版.</param>
/// <param name="Name">Empty, like size and hash, where this person may not know it.</param>
/// <param name="Size">312 KB.</param>
/// <param name="On">Bureau time, ready to read.</param>
/// <param name="Sha256">64 hex digits.</param>
/// <param name="Link">Opens it; null where this person may not open it.</param>
public sealed record FileLine(string Id, string Role, string Name, string Size, string On, string Who, string Sha256, string? Link);

/// <summary>A file has come in the chat, and it must be said what it is.</summary>
/// <param name="Arrival">Names the file where it waits.</param>
/// <param name="Slips">(case id, title) of the slips and items it can be put on.</param>
/// <param name="Roles">(role, name): 正文, 附件…; empty where none is asked for.</param>
/// <param name="Slip">The slip proposed, or chosen before a refusal.</param>
/// <param name="Role">The role proposed, or chosen before a refusal.</param>
public sealed record ArrivalView(
    string Arrival, string Name, string Size, string Sha256, IReadOnlyList<Choice> Slips, IReadOnlyList<Choice> Roles,
    string? Slip = null, string? Role = null, Notice? Notice = null)
{
    /// <summary>Said in the empty list of roles where not every case asks for one.</summary>
    public string? RoleHint { get; init; }
}

/// <summary>What became of a file that had come.</summary>
/// <param name="Slip">The slip it was put on; null where it was dropped.</param>
public sealed record ArrivedView(string Name, Notice Notice, string? Slip);
