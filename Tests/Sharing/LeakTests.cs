using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Tests.Scenarios;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Sharing;

/// <summary>No question, search or link by anyone reveals a case that person may not see: many people ask in many ways, and what comes back is held against a list made apart.</summary>
public sealed class LeakTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Nobody_learns_of_a_case_that_is_not_theirs_to_see(int seed)
    {
        await using var world = await World.Open(seed);
        await world.Fill(slips: 10, items: 4, presses: 14);
        // It lies for days, is told upwards, and people are away meanwhile.
        await world.Town.Pass(TimeSpan.FromDays(3));
        await world.Delegate("pulan", "zhangmu", "2025-11-27");
        await world.Delegate("liying", "yangzhi", "2025-12-05");
        await world.Delegate("xushan", "shenxi", "2025-12-05");
        await world.Town.Settle();
        await AskEverything(world);

        // Some left their desks; what they were shown once is no longer theirs, and what is theirs now is found.
        var before = world.Town.Teams.Requests.Count;
        await world.Reorganise(("pulan", "trade", ["drafter"]), ("zhoulin", "market", ["drafter"]), ("luoqing", "market", ["drafter"]), ("qiwen", "trade", ["drafter"]), ("gaoyuan", "ecommerce", ["drafter"]));
        // One 委托 is over by its days, one was called back; one goes on.
        await world.Revoke("liying");
        await world.Town.Pass(TimeSpan.FromDays(1));
        await AskEverything(world);
        await NothingWasSent(world, before);
    }

    [Fact]
    public async Task A_group_is_told_only_what_each_of_its_members_may_see()
    {
        await using var world = await World.Open(3);
        await world.Fill(slips: 12, items: 4, presses: 10);
        var cases = await world.Cases();
        var shown = 0;
        for (var room = 0; room < 10; room++)
        {
            List<Person> members = [.. world.Roster.People.OrderBy(_ => world.Random.Next()).Take(2 + (room % 4))];
            // Leaders and office together see much; so that there is something to show.
            if (room % 2 == 0) members = [.. world.Roster.People.Where(person => person.Id is "gaoyuan" or "luming" or "xushan" or "zhoulin").Take(2 + (room % 3))];
            var group = new GroupChat(world.Town, $"19:room{room}@thread.v2", room % 3 == 0 ? "channel" : "groupChat");
            world.Town.Teams.Gather(group.Conversation, members.Select(person => RecordingConnector.Member(person.AadObjectId, world.Roster.TenantId)));
            var hidden = cases.Where(known => members.Exists(person => !WhoMaySee.Sees(known, person))).ToList();
            foreach (var asker in members)
            {
                foreach (var text in Probes.Openers.Where(text => !text.StartsWith("舆情", StringComparison.Ordinal)).Concat(cases.Select(known => $"查 {known.Marker}")).Concat(cases.Select(known => $"到哪了 {known.Marker}")))
                {
                    var said = await group.Say(asker.Id, text);
                    Assert.All(hidden, known => Says(said, known, text, $"{asker.Id} in {group.Conversation}"));
                    shown += cases.Count(known => !text.Contains(known.Marker, StringComparison.Ordinal) ? Names(said, known.Marker) : Names(said, known.Number));
                }
            }
        }

        Assert.True(shown > 50, $"Groups were shown {shown} cases.");
    }

    /// <summary>Every person by every way: nothing hidden comes back, what is not theirs is answered as what is not there, and what is theirs is found.</summary>
    private static async Task AskEverything(World world)
    {
        var cases = await world.Cases();
        var (found, hidden, tables) = (0, 0, 0);
        foreach (var person in world.Roster.People)
        {
            var notTheirs = cases.Where(known => !WhoMaySee.Sees(known, person)).ToList();
            foreach (var text in Probes.Openers)
            {
                var said = Probes.Readable(string.Join('\n', (await world.Town.Person(person.Id).Say(text)).Select(card => card.Json.GetRawText())));
                Assert.All(notTheirs, known => Says(said, known, text, person.Id));
                if (text.StartsWith("统计", StringComparison.Ordinal)) tables += TitlesOnlyOfTheirs(await Probes.Table(world.Town, said), notTheirs, person);
            }

            var opened = Probes.Readable((await Probes.Compose(world.Town.Person(person.Id), "composeExtension/query", Probes.Query(""))).GetRawText());
            var inbox = await Probes.Get(world.Town, $"/desk/inbox?as={person.Id}");
            Assert.All(notTheirs, known => Says(opened + inbox, known, "", person.Id));
            foreach (var probe in Probes.Of(world.Town, person.Id, Verbs(world))) hidden += await AsIfThereWereNone(world, probe, person, notTheirs);
            foreach (var probe in Probes.ByNumber(world.Town, person.Id))
            {
                foreach (var known in notTheirs.OrderBy(_ => world.Random.Next()).Take(2).ToList())
                {
                    var answer = Without(await probe.Ask(known), known);
                    Assert.All(notTheirs, other => Says(answer, other, "", $"{person.Id} {probe.Name}"));
                }
            }

            foreach (var known in cases.Where(known => WhoMaySee.Sees(known with { StandIns = new HashSet<string>(StringComparer.Ordinal) }, person)).Take(4)) found += await Finds(world, person, known);
        }

        Assert.True(found > 20 && hidden > 300 && tables > 3, $"{found} found, {hidden} hidden, {tables} tables: this world proves nothing.");
    }

    /// <summary>A table counts all, and names only what its reader may see.</summary>
    private static int TitlesOnlyOfTheirs(string table, IReadOnlyList<Known> notTheirs, Person person)
    {
        Assert.All(notTheirs, known => Assert.False(table.Contains(known.Marker, StringComparison.OrdinalIgnoreCase) || table.Contains(known.Id, StringComparison.Ordinal), $"{person.Id} reads {known.Id} in the table of figures."));
        return table.Length > 0 ? 1 : 0;
    }

    /// <summary>A few of all the steps there are.</summary>
    private static IReadOnlyList<string> Verbs(World world) => [.. StepVerbs.All.Concat(OpinionVerbs.All).OrderBy(_ => world.Random.Next()).Take(6)];

    private static async Task<int> AsIfThereWereNone(World world, Probe probe, Person person, IReadOnlyList<Known> notTheirs)
    {
        foreach (var kind in notTheirs.GroupBy(known => known.Slip is null))
        {
            var nobodys = new Known(kind.Key ? "opinion-2025-0000987" : "slip-2025-0000987", kind.Key ? "舆2025-0987" : "2025-0987", world.Nobodys, null, null);
            var none = Without(await probe.Ask(nobodys), nobodys);
            foreach (var known in kind.OrderBy(_ => world.Random.Next()).Take(2).ToList())
            {
                var answer = Without(await probe.Ask(known), known);
                Assert.True(answer == none || world.StoodIn.Contains(person.Id), $"{person.Id} {probe.Name} {known.Id}:\n{answer}\n-- but of one that is not there:\n{none}");
                Assert.All(notTheirs, other => Says(answer, other, "", $"{person.Id} {probe.Name}"));
            }
        }

        return notTheirs.Count;
    }

    /// <summary>That nothing is shown proves something only where something would be.</summary>
    private static async Task<int> Finds(World world, Person person, Known known)
    {
        var who = world.Town.Person(person.Id);
        var said = string.Concat((await who.Say($"查 {known.Marker}")).Select(card => card.Text));
        Assert.True(said.Contains(known.Number, StringComparison.Ordinal), $"{person.Id} may see {known.Id} and does not find it:\n{said}");
        var listed = Probes.Readable((await Probes.Compose(who, "composeExtension/query", Probes.Query(known.Marker))).GetRawText());
        Assert.Contains(known.Number, listed, StringComparison.Ordinal);
        var opened = Probes.Readable((await who.Post(who.Click("slip.show", new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = known.Id }))).GetRawText());
        Assert.Contains(known.Marker, opened, StringComparison.Ordinal);
        return 1;
    }

    /// <summary>Nor does the program send anybody a card of what is not theirs any more; by its number alone a stand-in is told that their part in it is over.</summary>
    private static async Task NothingWasSent(World world, int since)
    {
        var cases = await world.Cases();
        foreach (var person in world.Roster.People)
        {
            var sent = string.Join('\n', world.Town.Teams.Requests.Skip(since).Where(request => request.Conversation == world.Town.Person(person.Id).Conversation).Select(request => Probes.Readable(request.Body.GetRawText())));
            Assert.All(cases.Where(known => !WhoMaySee.Sees(known, person)), known => Says(sent, known, world.StoodIn.Contains(person.Id) ? known.Number : "", $"sent to {person.Id}"));
        }
    }

    private static void Says(string answer, Known known, string asked, string who)
    {
        foreach (var token in new[] { known.Marker, known.Number, known.Id })
            Assert.False(!Names(asked, token) && Names(answer, token), $"{who} asked “{asked}” and learns of {known.Id} by {token}:\n{answer}");
    }

    /// <summary>By itself: 2026-0003 is no part of 舆2026-0003.</summary>
    private static bool Names(string text, string token)
    {
        for (var at = text.IndexOf(token, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(token, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || (text[at - 1] is not ('舆' or '演' or '委') && !char.IsAsciiDigit(text[at - 1]))) && (at + token.Length == text.Length || !char.IsAsciiDigit(text[at + token.Length]))) return true;
        return false;
    }

    /// <summary>Without what the question itself named, in small letters or not: an answer says it back.</summary>
    private static string Without(string answer, Known known) =>
        answer.Replace(known.Id, "§", StringComparison.OrdinalIgnoreCase).Replace(known.Marker, "§", StringComparison.OrdinalIgnoreCase).Replace(known.Mistyped, "§", StringComparison.OrdinalIgnoreCase).Replace(known.Number, "§", StringComparison.OrdinalIgnoreCase);
}
