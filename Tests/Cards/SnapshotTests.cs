using DisclosureBot.Cards;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Cards;

/// <summary>Holds every visible state of every card to the JSON that was reviewed.</summary>
public sealed class SnapshotTests
{
    private const string Folder = "Cards/Snapshots";

    public static TheoryData<string> States => [.. Gallery.Cards.Keys];

    [Theory]
    [MemberData(nameof(States))]
    public void A_state_looks_as_reviewed(string state) => Snapshot.Match(Folder, state, CardJson.Write(Gallery.Cards[state]()));

    [Fact]
    public void No_reviewed_file_is_left_without_its_state() => Assert.Empty(
        Directory.GetFiles(Path.Combine(Repository.Tests, Folder)).Select(Path.GetFileNameWithoutExtension).Except(Gallery.Cards.Keys, StringComparer.Ordinal));
}
