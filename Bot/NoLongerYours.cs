using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;

namespace DisclosureBot;

/// <summary>What takes the place of a message about a case that its reader may no longer see: the number they knew, and nothing of the case.</summary>
internal static class NoLongerYours
{
    public static Message Of(string number)
    {
        var card = SentenceCard.Render(new SentenceView(number, "本件已不在您的查看范围,如需了解,请联系承办科室。", Tone.Neutral));
        return new(card.FallbackText, card);
    }
}
