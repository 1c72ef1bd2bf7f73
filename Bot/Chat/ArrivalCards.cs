using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Files;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Documents;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Chat;

/// <summary>Asks where a file that came belongs: the slips and items its sender may put it on now, the newest first, and of a slip as what.</summary>
public sealed class ArrivalCards(CaseJournal journal, SlipCase slips, Filing filing, OpinionCase items, OpinionFiling itemFiling)
{
    /// <summary>More would be no choice to look through; a number sent along finds the others.</summary>
    private const int MostSlips = 12;

    private const int MostLooked = 60;

    private static readonly IReadOnlyList<Choice> AllRoles = [.. Enum.GetValues<FileRole>().Select(role => new Choice(role.ToString(), FileRoles.Name(role)))];

    public async Task<Message> Ask(Person person, StoredDocument file, FileHint hint, CancellationToken stop)
    {
        var view = await View(person, file, hint, null, stop);
        var card = ArrivalCard.Render(view);
        return new Message(card.FallbackText, card);
    }

    /// <summary>The same card again, with what was chosen and why it did not go through.</summary>
    public async Task<AdaptiveCard> Again(Person person, StoredDocument file, FileClick.Keep chosen, Notice notice, CancellationToken stop) =>
        ArrivalCard.Render(await View(person, file, FileHint.None, notice, stop) with { Slip = chosen.Slip, Role = chosen.Role });

    private async Task<ArrivalView> View(Person person, StoredDocument file, FileHint hint, Notice? notice, CancellationToken stop)
    {
        var open = await Open(person, hint, stop);
        var named = open.FirstOrDefault(one => string.Equals(one.Number, hint.Number, StringComparison.Ordinal));
        var only = named ?? (open is [var one] ? one : null);
        // Only what the one slip in question takes; with several to choose from, everything, and the rules decide.
        IReadOnlyList<Choice> roles = open.All(one => one.Roles.Count == 0) || only is { Roles.Count: 0 }
            ? []
            : only is null ? AllRoles : [.. AllRoles.Where(role => only.Roles.Any(allowed => role.Value == allowed.ToString()))];
        return new(file.Id, file.Name, FileViews.Size(file.Size), file.Sha256,
            [.. open.Select(one => new Choice(one.Id, $"{one.Number} {one.Title}"))], roles,
            only?.Id, roles.FirstOrDefault(role => role.Value == hint.Role?.ToString())?.Value, notice)
        {
            RoleHint = open.Any(one => one.Roles.Count == 0) ? "存入舆情的不必选" : null,
        };
    }

    /// <summary>A case that takes the file now.</summary>
    /// <param name="Roles">None of an item: its files have no roles.</param>
    private sealed record Place(string Id, string Number, string Title, IReadOnlyList<FileRole> Roles);

    private async Task<List<Place>> Open(Person person, FileHint hint, CancellationToken stop)
    {
        var named = hint.Number is { } number ? await journal.Search(number, Desks.Reach(person), MostSlips, stop) : [];
        var own = await journal.OwnedBy(person.Id, MostLooked, stop);
        var inbox = await journal.Inbox(person.Id, MostLooked, stop);
        var newest = own.Select(found => (found.CaseId, found.UpdatedAt))
            .Concat(inbox.Select(found => (found.CaseId, found.UpdatedAt))).OrderByDescending(found => found.UpdatedAt).Select(found => found.CaseId);
        List<Place> open = [];
        foreach (var id in named.Select(found => found.CaseId).Concat(newest).Distinct(StringComparer.Ordinal))
        {
            if (await Taking(person, id, stop) is { } place) open.Add(place);
            if (open.Count == MostSlips) break;
        }
        return open;
    }

    private async Task<Place?> Taking(Person person, string id, CancellationToken stop)
    {
        var stored = await journal.Load(id, stop);
        if (slips.Read(stored) is { } slip) return filing.Roles(slip, person) is { Count: > 0 } roles ? new(slip.Id, slip.Number, slip.Content.Title, roles) : null;
        return items.Read(stored) is { IsOpen: true } item && itemFiling.Objection(item, person) is null ? new(item.Id, item.Number, item.Story.Headline, []) : null;
    }
}
