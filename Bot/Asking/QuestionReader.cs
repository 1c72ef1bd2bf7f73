using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Opinions;

namespace DisclosureBot.Asking;

/// <summary>Reads a question: text, who asks, roster and today in, a <see cref="Question"/> out. Pure; total; linear in the text.</summary>
public sealed class QuestionReader(Roster roster)
{
    private readonly Names _names = new(roster);

    /// <param name="today">On the bureau's wall calendar.</param>
    /// <param name="calendar">For questions in working days.</param>
    public Question Read(string text, Person asker, DateOnly today, BureauCalendar calendar)
    {
        var asked = AskedText.Of(text);
        return QuestionBuilder.Of(Tokens(asked, asker, today, calendar), asker, today, calendar);
    }

    /// <summary>The same words as those of a title, where the question as read finds nothing: what looked like a state may be part of one.</summary>
    public Question AsTitle(string text, Person asker, DateOnly today, BureauCalendar calendar)
    {
        var asked = AskedText.Of(text);
        var words = Tokens(asked, asker, today, calendar).Select(token => token switch
        {
            Token.Word word => word.Text,
            Token.Known { Meaning.Sense: Sense.Filler or Sense.Particle or Sense.Where or Sense.WhoHolds or Sense.HowLong or Sense.Count } => "",
            Token.Known { Text.Length: > 1 } known => known.Text,
            Token.InSection section => section.Text,
            Token.Somebody { IsAsker: false } somebody => somebody.Text,
            _ => "",
        });
        return new Question(Intent.Where, string.Join(' ', words.Where(word => word.Length > 1)));
    }

    /// <summary>What is answered where nothing is asked, e.g. to 你好; null for anything else.</summary>
    public static string? Talk(string text) => Lexicon.Talk.GetValueOrDefault(AskedText.Of(text).Replace(" ", "", StringComparison.Ordinal));

    private IReadOnlyList<Token> Tokens(string asked, Person asker, DateOnly today, BureauCalendar calendar)
    {
        var numbers = new Numbers(roster, today.Year).In(asked).Select(number => (number.At, number.Length, Token: (Token)new Token.Numbered(number)));
        var days = new Dates(today, calendar).In(asked).Select(found => (found.At, found.Length, Token: (Token)new Token.On(found.Days)));
        return new Scanner(asked, asker, _names).Scan(numbers.Concat(days));
    }
}
