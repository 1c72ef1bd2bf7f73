using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;

namespace DisclosureBot.Calendar;

/// <summary>Makes what one person sees of an import, and of the tables in force.</summary>
public sealed class CalendarViews(CalendarRules rules, Calendars calendars, TimeProvider clock)
{
    public const string National = "national", Local = "local";

    private static readonly Choice[] Scopes = [new(National, "全国(国务院办公厅通知)"), new(Local, "州内(州人民政府办公室通知)")];

    public CalendarReviewView Of(CalendarImport import, Person reader, Notice? notice = null, string? typedReason = null) => new()
    {
        Calendar = import.Id,
        Number = import.Number,
        Title = TableText.Title(import.Table),
        Source = TableText.Source(import.Table.Source),
        Proposer = $"{import.Proposer.Name},{BureauTime.Show(import.ProposedAt, Now.Year)}",
        Status = rules.Status(import),
        StatusTone = import.Phase switch { ImportPhase.Proposed => Tone.Waiting, ImportPhase.Confirmed => Tone.Good, _ => Tone.Bad },
        Days = TableText.Days(import.Table),
        Changes = TableText.Changes(import),
        Warnings = import.Phase == ImportPhase.Proposed ? import.Warnings : [],
        RejectReason = import.RejectReason,
        Notice = notice,
        MayDecide = import.Phase == ImportPhase.Proposed && import.Confirmers.Contains(reader.Id),
        TypedReason = typedReason,
    };

    /// <summary>节假日; the form only for administrators.</summary>
    public CalendarTablesView Tables(Person reader, ImportInput? typed = null, Notice? notice = null, string? key = null)
    {
        var present = calendars.Present;
        var form = reader.Is(Role.Administrator) ? new ImportForm(key ?? Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"), Years(present), Scopes, typed ?? new()) : null;
        return new(present.Version, Coverage.Of(present, Now.Year), form, notice);
    }

    private DateTimeOffset Now => clock.BureauNow();

    /// <summary>The next year first while it is missing.</summary>
    private Choice[] Years(BureauCalendar present)
    {
        var (present0, next) = (Year(Now.Year), Year(Now.Year + 1));
        return present.IsOfficial(Now.Year) && !present.IsOfficial(Now.Year + 1) ? [next, present0] : [present0, next];
    }

    private static Choice Year(int year)
    {
        var text = year.ToString(CultureInfo.InvariantCulture);
        return new(text, text + "年");
    }
}
