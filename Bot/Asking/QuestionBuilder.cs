using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Opinions;
using DisclosureBot.Slips;

namespace DisclosureBot.Asking;

/// <summary>Puts the pieces of a question together: which of them narrow, and what is wanted of what is left. Pure.</summary>
internal static class QuestionBuilder
{
    private const int DaysOfSoon = 3;

    public static Question Of(IReadOnlyList<Token> tokens, Person asker, DateOnly today, BureauCalendar calendar)
    {
        var said = tokens.OfType<Token.Known>().Where(token => token.Meaning.Sense is not Sense.Particle).ToList();
        bool Says(Sense sense) => said.Exists(token => token.Meaning.Sense == sense);
        var question = new Question(Intent.List, string.Join(' ', Words(tokens)));
        question = Named(question, tokens, asker);
        if (Says(Sense.MySection)) question = question with { Section = asker.Section };
        question = AtOffice(Steps(question, said), said);
        question = Attributes(question, said);
        question = Standing(question, Says);
        question = Dated(question, tokens, said, Says, today, calendar);
        return Meant(question, tokens, Says, asker);
    }

    private static IEnumerable<string> Words(IReadOnlyList<Token> tokens) =>
    [
        .. tokens.OfType<Token.Numbered>().Select(token => token.Number.Document).OfType<string>(),
        .. tokens.OfType<Token.Word>().Select(token => token.Text),
    ];

    private static Question Named(Question question, IReadOnlyList<Token> tokens, Person asker)
    {
        foreach (var (token, place) in tokens.Select((token, place) => (token, place)))
        {
            question = token switch
            {
                Token.Numbered { Number.Case: { } number } => question with { Number = number },
                Token.InSection { Sections: [var section] } => question with { Section = section },
                Token.InSection { Sections: var sections, Text: var text } => question with { Unsure = text, Choices = [.. sections.Select(section => section.Name)] },
                Token.Somebody { People: [var person] } somebody => As(question, person, somebody, tokens.Skip(place + 1)),
                Token.Somebody { People: var people, Text: var text } => question with { Unsure = text, Choices = [.. people.Select(person => Names.Bare(person.Name))] },
                _ => question,
            };
        }

        return question;
    }

    private static Question As(Question question, Person person, Token.Somebody somebody, IEnumerable<Token> after)
    {
        if (somebody.Part == Part.Holder) return question with { Holder = person };
        return after.OfType<Token.Known>().Select(token => token.Meaning).FirstOrDefault(meaning => meaning is not { Sense: Sense.Filler or Sense.Count }) switch
        {
            { Sense: Sense.Particle } when somebody.IsAsker || after.Skip(1).OfType<Token.Known>().All(next => next.Meaning.Sense is not (Sense.Waiting or Sense.Signed)) => question with { Owner = person },
            { Sense: Sense.Drafted } => question with { Owner = person },
            { Sense: Sense.Signed } => question with { Signer = person },
            { Step: not null, Ask: StepAsk.Taken } when after.OfType<Token.Word>().FirstOrDefault() is null => question with { Signer = person },
            { Sense: Sense.Waiting } => question with { Holder = person },
            { Sense: Sense.Did or Sense.When } => question with { Named = person },
            { Step: not null, Ask: StepAsk.Awaiting or StepAsk.NotYet } when Reviews(person) => question with { Holder = person },
            _ => question with { Named = person },
        };
    }

    private static bool Reviews(Person person) => person.Is(Role.SectionHead) || person.Is(Role.OfficeReviewer) || SlipDuties.IsLeader(person);

    private static Question Steps(Question question, List<Token.Known> said)
    {
        var steps = said.Where(token => token.Meaning.Step is not null).ToList();
        // 签了没印: what is missing says more than what was done.
        if ((steps.Find(token => token.Meaning.Ask is StepAsk.NotYet or StepAsk.Awaiting) ?? steps.FirstOrDefault()) is not { Meaning: { Step: { } place } meaning } step) return question;
        if (question.Holder is not null && meaning.Ask is StepAsk.NotYet or StepAsk.Awaiting && place == Vocabulary.Review) return question;
        if (meaning.Ask == StepAsk.Taken && question.Signer is not null) return question;
        if (question.IsAboutDocument && meaning.Ask is not StepAsk.Awaiting) return question with { PassedStep = place };
        var asked = meaning.Ask == StepAsk.Whether ? StepAsk.NotYet : meaning.Ask;
        return question with
        {
            Kind = SlipCase.Kind,
            Places = Places.Of(place, asked),
            PlaceName = Named(step.Text),
            Attributes = asked == StepAsk.NotYet || asked == StepAsk.Taken ? Places.AttributesOf(place) : [],
        };
    }

    /// <summary>办公室还没审: its desk is meant, not what it drafted.</summary>
    private static Question AtOffice(Question question, List<Token.Known> said) =>
        question.Section is { } section && section.Duties.Contains("generalOffice", StringComparer.Ordinal) && !question.IsAboutDocument
        && said.Exists(token => token.Meaning is { Step: Vocabulary.Review, Ask: StepAsk.NotYet })
            ? question with { Section = null, Places = [SlipPlace.Of(Stage.GeneralOffice)], PlaceName = "办公室待二审" }
            : question;

    private static string Named(string text) => text.TrimEnd('的');

    private static Question Attributes(Question question, List<Token.Known> said)
    {
        var values = said.Select(token => token.Meaning.Attribute).OfType<DisclosureAttribute>().Distinct().ToList();
        return values.Count == 0 ? question : question with
        {
            Kind = SlipCase.Kind,
            Attributes = [.. values.Select(SlipPayload.Of)],
            AttributeName = string.Join('、', values.Select(AttributeStatement.Plain)),
        };
    }

    private static Question Standing(Question question, Func<Sense, bool> says)
    {
        if (says(Sense.Returned)) question = question with { Kind = SlipCase.Kind, Places = [SlipPlace.WithDrafter], PlaceName = "退回修改" };
        if (question.Number is [var first, ..] && !char.IsAsciiDigit(first) || says(Sense.Opinion)) question = question with { Kind = OpinionCase.Kind, Places = [], PlaceName = null, Attributes = [], PassedStep = null, Open = question.Places.Count > 0 ? true : question.Open };
        if (says(Sense.Untaken)) question = question with { Kind = OpinionCase.Kind, Open = true, IsUntaken = true };
        if (says(Sense.Normative)) question = question with { Kind = SlipCase.Kind, IsNormative = true };
        if (says(Sense.Open)) question = question with { Open = true };
        else if (says(Sense.Closed)) question = question with { Open = false };
        else if (question.Open is null && !question.IsAboutDocument && (says(Sense.WhoHolds) || says(Sense.HowLong) || says(Sense.Waiting))) question = question with { Open = true };
        return question;
    }

    private static Question Dated(Question question, IReadOnlyList<Token> tokens, List<Token.Known> said, Func<Sense, bool> says, DateOnly today, BureauCalendar calendar)
    {
        var days = tokens.OfType<Token.On>().Select(token => token.Days).FirstOrDefault();
        // 这两天签了哪些: what was done lies behind, as far as what is to come lies ahead.
        if (days is { } ahead && ahead.From == today && ahead.To > today && IsPast(said)) days = new(today.AddDays(today.DayNumber - ahead.To.DayNumber - 1), today, ahead.Name);
        if (says(Sense.Overdue)) return question with { IsOverdue = true, Open = true, Due = Overdue(days, today) };
        if (says(Sense.DueSoon)) return question with { Open = true, Due = days ?? new(today, calendar.WorkingDayFrom(today, DaysOfSoon), "三个工作日内") };
        if (days is null) return says(Sense.Due) && !question.IsAboutDocument ? question with { Open = true, Due = new(DateOnly.MinValue, calendar.WorkingDayFrom(today, DaysOfSoon), "三个工作日内及已逾期") } : question;
        if (says(Sense.Due)) return question with { Open = true, Due = days };
        if (says(Sense.Did) || says(Sense.When)) return question with { When = days };
        if (Happened(said, says, days.From <= today) is { } happened) return question with { When = days, Happened = happened, Places = [], PlaceName = null, PassedStep = null };
        // 今天要盖章的: what waits for the step now, whatever its deadline.
        if (question.Places.Count > 0 && days.From == today && days.To == today && said.Exists(token => token.Meaning is { Step: not null, Ask: StepAsk.Awaiting, IsLoose: false })) return question;
        // 今天要办什么: one's own list, whatever its deadlines.
        if (says(Sense.Waiting) && days.From == today && days.To == today && !question.IsAboutDocument && question is { Section: null, Named: null, Owner: null }) return question;
        // 明天有什么: what is still to come is asked by its deadline.
        if (question.IsAboutDocument || days.To < today) return question with { When = days, Happened = Happening.Drafted };
        return question with { Open = true, Due = days };
    }

    private static bool IsPast(List<Token.Known> said) =>
        said.Exists(token => token.Meaning is { Sense: Sense.Did or Sense.When or Sense.Drafted or Sense.Signed or Sense.Returned } or { Step: not null, Ask: StepAsk.Taken });

    /// <summary>逾期 is counted to yesterday; 今天逾期 is whatever is overdue today.</summary>
    private static Days Overdue(Days? days, DateOnly today) => days is null || days.From == today && days.To == today
        ? new(DateOnly.MinValue, today.AddDays(-1), days?.Name ?? "")
        : new(days.From, days.To < today ? days.To : today.AddDays(-1), days.Name);

    private static Happening? Happened(List<Token.Known> said, Func<Sense, bool> says, bool hasBegun) =>
        says(Sense.Returned) && hasBegun ? Happening.Returned
        : says(Sense.Drafted) ? Happening.Drafted
        : says(Sense.Signed) ? Happening.Signed
        : hasBegun && said.Find(token => token.Meaning is { Step: not null } step && (step.IsLoose || step.Ask is StepAsk.Taken or StepAsk.Whether)) is { Meaning.Step: { } place } ? Places.HappeningOf(place)
        : null;

    private static Question Meant(Question question, IReadOnlyList<Token> tokens, Func<Sense, bool> says, Person asker)
    {
        var intent = says(Sense.Did) ? Intent.Did
            : says(Sense.When) || says(Sense.WhoSigned) && question.IsAboutDocument ? Intent.Signatures
            : says(Sense.Count) ? Intent.Count
            : says(Sense.WhoHolds) || says(Sense.WhoSigned) ? Intent.WhoHolds
            : says(Sense.HowLong) ? Intent.HowLong
            : question.IsAboutDocument || question.PassedStep is not null || says(Sense.Where) ? Intent.Where
            : Intent.List;
        if (intent is Intent.Did && question.Named is null && question.Owner is null && question.Holder is null && question.Signer is null) question = question with { Named = asker };
        // Who asks when they signed does not ask for a document of theirs.
        if (intent is Intent.Signatures && question.IsAboutDocument) question = question with { Named = null, Signer = null };
        if (question.Choices.Count > 0) return question with { Intent = Intent.Unclear };
        var isEmpty = !question.IsAboutDocument && !question.IsNarrowed;
        if (isEmpty && intent is Intent.Count) return question with { Intent = Intent.Count, Kind = SlipCase.Kind, Open = true };
        if (isEmpty && says(Sense.Waiting)) return question with { Intent = Intent.List, Holder = asker };
        if (isEmpty && intent is not Intent.Did) return question with { Intent = Intent.Unclear };
        return question with { Intent = intent };
    }
}
