using System.Diagnostics;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Cards;

/// <summary>Gives every reviewed card to Microsoft's own parser and renderer, and to the published schema where it lies beside the project.</summary>
public sealed class ReferenceRendererTests
{
    [Fact]
    public async Task Every_reviewed_card_is_read_without_a_finding()
    {
        Needs.NodePackages();
        var schema = Path.Combine(Repository.Root, "..", "shared", "schemas", "adaptive-card-1.5.schema.json");
        string[] arguments = [Path.Combine(Repository.Tests, "Cards", "check-cards.mjs"), .. File.Exists(schema) ? (string[])[schema] : []];
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = await Task.WhenAll(node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, string.Concat(said));
    }
}
