using DisclosureBot.Bureau;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Figures;

/// <summary>Slips around October 2026 on which people press at random, under the rules.</summary>
internal sealed class RandomTales(int seed)
{
    private static readonly Person[] Drafters = [.. DemoBureau.Roster.Holding(Role.Drafter).Where(person => person.Id is not ("gaoyuan" or "luming"))];
    private readonly Random _random = new(seed);

    public IReadOnlyList<Tale> Make(int count) => [.. Enumerable.Range(1, count).Select(Tell)];

    private Tale Tell(int number)
    {
        var tale = Bench.Tale(number, "2026-09-20T08:00").Later(TimeSpan.FromMinutes(_random.Next(0, 50 * 24 * 60)));
        tale.Draft(One(Drafters).Id, Attribute());
        for (var step = 0; step < 12; step++)
        {
            tale.Later(TimeSpan.FromMinutes(_random.Next(1, 3 * 24 * 60)));
            if (tale.Now.Phase == SlipPhase.InReview) Review(tale);
            else if (tale.Now.Phase == SlipPhase.WithDrafter) tale.Try(tale.Now.Drafter.Id, Again(tale));
            else if (tale.Now.Phase == SlipPhase.Signed) Signed(tale);
        }
        return tale;
    }

    private void Review(Tale tale)
    {
        var desk = tale.Desk;
        switch (_random.Next(12))
        {
            case 0: tale.Try(desk, tale.Returning()); break;
            case 1: tale.Try(tale.Now.Drafter.Id, new SlipCommand.Withdraw(tale.Now.Turn)); break;
            case 2 when tale.Now.Signatures is [.., var last]: tale.Try(last.By.Id, new SlipCommand.TakeBack(tale.Now.Turn)); break;
            case 3: tale.Try(desk, new SlipCommand.Decline(tale.Now.Turn, "不宜印发")); break;
            case 4: tale.Try(desk, tale.Signing(Attribute())); break;
            default: tale.Try(desk, tale.Signing(tale.Now.Asked)); break;
        }
    }

    private SlipCommand.Resubmit Again(Tale tale) => new(tale.Now.Turn, new DraftForm(
        false, tale.Now.Content.Title, "通知", false, false, "平件", "各县市商务局", Attribute(), "《条例》第十六条第二款:过程性信息", "16.2", tale.Now.Content.Signer.Id));

    private void Signed(Tale tale)
    {
        if (tale.Now.Issue.Printed is null) tale.Printed();
        else if (_random.Next(8) == 0) tale.Changed(One([.. AttributeStatement.InOrder.Where(value => value != tale.Now.Attribute)]));
        else if (tale.Now.Attribute == DisclosureAttribute.NotDisclosed) tale.Later(TimeSpan.FromDays(1));
        else if (tale.Now.Publication.Handover is null) tale.HandedOver();
        else if (tale.Now.Publication.Handover.Received is null && _random.Next(4) == 0) tale.Given(new PublishingEvent.HandoverReturned(Who.Of(DemoBureau.Person("luoqing")), tale.At, "缺附件"));
        else if (tale.Now.Publication.Handover.Received is null) tale.Received();
        else if (tale.Now.Publication.Published is null && tale.Now.Attribute != DisclosureAttribute.OnRequest) tale.Published();
    }

    private DisclosureAttribute Attribute() => _random.Next(3) > 0 ? DisclosureAttribute.Public : One(AttributeStatement.InOrder);

    private T One<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];
}
