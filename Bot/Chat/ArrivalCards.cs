using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Files;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Documents;
using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Chat;

/// <summary>Asks where a file that came belongs: the slips its sender may put it on now, the newest first, and as what.</summary>
public sealed class ArrivalCards(CaseJournal journal, SlipCase slips, Filing filing)
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
        var named = open.FirstOrDefault(slip => string.Equals(slip.Number, hint.Number, StringComparison.Ordinal));
        var only = named ?? (open is [var one] ? one : null);
        // Only what the one slip in question takes; with several to choose from, everything, and the rules decide.
        var roles = only is null ? AllRoles : [.. AllRoles.Where(role => filing.Roles(only, person).Any(allowed => role.Value == allowed.ToString()))];
        return new(file.Id, file.Name, FileViews.Size(file.Size), file.Sha256,
            [.. open.Select(slip => new Choice(slip.Id, $"{slip.Number} {slip.Content.Title}"))], roles,
            only?.Id, roles.FirstOrDefault(role => role.Value == hint.Role?.ToString())?.Value, notice);
    }

    private async Task<List<Slip>> Open(Person person, FileHint hint, CancellationToken stop)
    {
        var named = hint.Number is { } number ? await journal.Search(number, Desks.Reach(person), MostSlips, stop) : [];
        var own = await journal.OwnedBy(person.Id, MostLooked, stop);
        var inbox = await journal.Inbox(person.Id, MostLooked, stop);
        var newest = own.Select(found => (found.CaseId, found.Kind, found.UpdatedAt))
            .Concat(inbox.Select(found => (found.CaseId, found.Kind, found.UpdatedAt))).OrderByDescending(found => found.UpdatedAt)
            .Where(found => found.Kind == SlipCase.Kind).Select(found => found.CaseId);
        List<Slip> open = [];
        foreach (var id in named.Where(found => found.Kind == SlipCase.Kind).Select(found => found.CaseId).Concat(newest).Distinct(StringComparer.Ordinal))
        {
            if (slips.Read(await journal.Load(id, stop)) is { } slip && filing.Roles(slip, person).Count > 0) open.Add(slip);
            if (open.Count == MostSlips) break;
        }
        return open;
    }
}
