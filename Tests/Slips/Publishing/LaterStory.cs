using System.Globalization;
using DisclosureBot.Clock;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Slips.Publishing;

/// <summary>A slip on its way from the signature to the public; what other parts of the rules decide stands as given.</summary>
internal static class LaterStory
{
    public const string Url = "https://swj.example.cn/zwgk/1.html";
    private static readonly Who Zhou = new("zhoulin", "周临溪(演示)");

    public static SlipStory Signed(DisclosureAttribute attribute = DisclosureAttribute.Public, DraftForm? form = null, string drafter = "liying")
    {
        var story = new SlipStory().Draft(form ?? SlipStory.Form(attribute), drafter);
        if (story.Now.NeedsInterpretation) story.WithPlan();
        while (story.Now.Phase == SlipPhase.InReview) story.Sign(Desks.At(story.Now.Stage, story.Now, DemoBureau.Roster)[0].Id, attribute);
        return story;
    }

    /// <summary>Issued, with the files of its attribute on it.</summary>
    public static SlipStory Issued(DisclosureAttribute attribute = DisclosureAttribute.Public, DraftForm? form = null, string drafter = "liying")
    {
        var story = Signed(attribute, form, drafter).File(FileRole.Document);
        if (attribute == DisclosureAttribute.Redacted) story.File(FileRole.RedactedVersion).Confirmed();
        return story.Printed().Registered().Sealed().Issued();
    }

    public static SlipStory HandedOver(DisclosureAttribute attribute = DisclosureAttribute.Public, DraftForm? form = null, string drafter = "liying") =>
        Issued(attribute, form, drafter).Do(drafter, new PublishingCommand.HandOver());

    public static SlipStory Received(DisclosureAttribute attribute = DisclosureAttribute.Public, DraftForm? form = null) =>
        HandedOver(attribute, form).Do("luoqing", new PublishingCommand.Receive());

    public static SlipStory Cleared(DisclosureAttribute attribute = DisclosureAttribute.Public, DraftForm? form = null) => Received(attribute, form).Clear();

    public static SlipStory Published(DisclosureAttribute attribute = DisclosureAttribute.Public, DraftForm? form = null) =>
        Cleared(attribute, form).Do("luoqing", Publish(closes: form?.PreDecision == true ? new DateOnly(2026, 12, 23) : null));

    public static PublishingCommand.Publish Publish(string? url = Url, DateTimeOffset? when = null, DateOnly? closes = null, params string[] channels) =>
        new(url, channels.Length == 0 ? ["局网站"] : channels, when, closes);

    /// <summary>Reviews everything that waits for it.</summary>
    public static SlipStory Clear(this SlipStory story)
    {
        foreach (var file in Publishable.Unreviewed(story.Now))
            story.Do(PublishingDesks.Reviewers(story.Now, file, DemoBureau.Roster)[0].Id, new PublishingCommand.ReviewSecrecy(file.Id, true, PublishingRules.UsualBasis));
        return story;
    }

    public static SlipStory File(this SlipStory story, FileRole role, string? by = null, string? name = null)
    {
        name ??= $"{FileRoles.Name(role)}.docx";
        var version = story.Now.Files.Count(file => file.Role == role && (role != FileRole.Attachment || file.Name == name)) + 1;
        var who = by is null ? story.Now.Drafter : new Who(by, DemoBureau.Person(by).Name);
        var id = string.Create(CultureInfo.InvariantCulture, $"file-{story.Now.Files.Count + 1}");
        return story.Given(new FileEvent.Added(who, story.Time, new SlipFile(id, role, name, "application/octet-stream", 1, new string('0', 64), version, who, story.Time)));
    }

    /// <summary>What was taken out of the newest redacted version is listed.</summary>
    public static SlipStory Listed(this SlipStory story) =>
        story.Given(new FileEvent.RemovalsListed(story.Now.Drafter, story.Time, story.Now.Current(FileRole.RedactedVersion)!.Id, "企业联系人", "15"));

    public static SlipStory Confirmed(this SlipStory story) =>
        story.Listed().Given(new FileEvent.RedactionConfirmed(new Who("pulan", "普云岚(演示)"), story.Time, story.Now.Current(FileRole.RedactedVersion)!.Id));

    public static SlipStory Printed(this SlipStory story) => story.Given(new IssuingEvent.Printed(story.Now.Drafter, story.Time, BureauTime.Day(story.Time), 10,
        story.Now.Attribute == DisclosureAttribute.NotDisclosed ? null : DemoBureau.Clocks.Handover(BureauTime.Day(story.Time), story.Now.IsConfirmedNormative, story.Time)));

    public static SlipStory Registered(this SlipStory story) => story.Given(new IssuingEvent.Registered(Zhou, story.Time, new DocumentNumber("楚商发", 2026, 58), null));

    public static SlipStory Sealed(this SlipStory story) => story.Given(new IssuingEvent.Sealed(Zhou, story.Time));

    public static SlipStory Issued(this SlipStory story) => story.Given(new IssuingEvent.Issued(Zhou, story.Time));

    public static SlipStory Outside(this SlipStory story) => story.Given(new InterpretationEvent.OutsidePublished(
        story.Now.Drafter, story.Time, BureauTime.Day(story.Time), Url, DemoBureau.Clocks.Interpretation(BureauTime.Day(story.Time), story.Time)));

    public static SlipStory Released(this SlipStory story) =>
        story.Given(new InterpretationEvent.Released(story.Now.Drafter, story.Time, Url + "?jd", "局网站", story.Time, "文字解读", false));

    /// <summary>The clock looked at every recorded address.</summary>
    public static SlipStory Looked(this SlipStory story, AddressCheck check = AddressCheck.Found)
    {
        string?[] urls = [story.Now.Publication.Published?.Url, story.Now.Publication.Feedback?.Url, story.Now.Interpretation.Released?.Url];
        foreach (var url in urls.OfType<string>().Distinct(StringComparer.Ordinal)) story.Try(null, new PublishingCommand.RecordAddress(url, check, null));
        return story;
    }

    /// <summary>Looked at and sealed.</summary>
    public static SlipStory Archived(this SlipStory story, string package = "package-1") =>
        story.Looked().Do(null, new PublishingCommand.Archive(package, new string('a', 64), 1));

    public static string Status(this SlipStory story) => story.Rules.Status(story.Now);

    public static string Waits(this SlipStory story) => string.Join(',', Waiting.On(story.Now, DemoBureau.Roster).Order(StringComparer.Ordinal));
}
