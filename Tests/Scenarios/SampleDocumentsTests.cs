using System.Text;
using System.Text.Json;
using DisclosureBot.Slips;
using DisclosureBot.Tests.Documents;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>One of the twelve sample documents, as far as this bot carries it.</summary>
public sealed record SampleDocument(
    string Title, string Genre, string Drafter, string Head, string OfficeReviewer, string Leader, bool Normative, bool ImportantPolicy,
    string? Reason, Dictionary<string, string?> Slip, Dictionary<string, string?> Resolved);

/// <summary>The twelve sample documents through the front door, from drafting to signature: exactly the prescribed texts in the four boxes.</summary>
public sealed class SampleDocumentsTests
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };
    private static readonly string[] Boxes = ["密级", "拟稿单位(科室)意见", "办公室意见", "签发意见"];

    [Fact]
    public async Task The_twelve_sample_documents_end_with_exactly_the_prescribed_texts()
    {
        await using var files = await FakeFileHost.Start();
        await using var town = await Town.Start();
        await town.Install(DemoBureau.Roster.People.Select(person => person.Id).ToArray());
        var documents = JsonSerializer.Deserialize<List<SampleDocument>>(await File.ReadAllTextAsync(
            Path.Combine(Repository.Tests, "Scenarios", "sample-documents.json"), TestContext.Current.CancellationToken), Json)!;
        Assert.Equal(12, documents.Count);
        foreach (var document in documents) await GoRound(town, files, document);
        await town.Verify();
    }

    [Fact]
    public async Task A_classified_document_leaves_no_trace_in_database_files_or_logs()
    {
        const string secret = "关于绝密事项的演示标题";
        await using var town = await Town.Start(("Logging:LogLevel:Default", "Trace"));
        var drafter = town.Person("liying");
        var form = Assert.Single(await drafter.Say("拟稿"));

        var answer = await drafter.Press(form, "提交", [("是否涉密", "是"), ("标题", secret), ("主送", secret), ("理由", secret)]);

        Assert.Contains("线下涉密渠道", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, answer.Text, StringComparison.Ordinal);
        Assert.Empty((await drafter.Say("我的"))[0].ButtonTitles);
        await town.Bot.Stop();
        Assert.DoesNotContain(secret, town.Bot.Process.Output, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(town.Bot.Data, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("绝密事项")));
            Assert.Equal(-1, bytes.AsSpan().IndexOf("\\u7edd\\u5bc6"u8));
        }
    }

    private static async Task GoRound(Town town, FakeFileHost files, SampleDocument document)
    {
        var proposed = Value(document.Resolved["drafter"]);
        var genre = document.Genre.Split('(')[0];
        var drafted = await town.Person(document.Drafter).Draft(
            ("标题", document.Title), ("文种", DocumentGenre.All.Contains(genre) ? genre : "公告"), ("主送", "各县市商务局"),
            ("规范性文件", document.Normative ? "是" : "否"), ("重要政策", document.ImportantPolicy ? "是" : "否"),
            ("公开属性", AttributeStatement.Plain(proposed)), ("理由", document.Reason ?? (proposed == DisclosureAttribute.Public ? "" : "供有需要的单位查阅")),
            ("签发人", town.Person(document.Leader).Title));
        Assert.True(drafted.Says("已提交"), drafted.Text);

        if (document.Normative || document.ImportantPolicy) await FilePlan(town, files, document);
        await Sign(town.Person(document.Head), document, "拟稿单位(科室)意见", proposed, Value(document.Resolved["head"]));
        await Sign(town.Person(document.OfficeReviewer), document, "办公室意见", Value(document.Resolved["head"]), Value(document.Resolved["office"]));
        if (document.Slip["签发意见"] is not null)
            await Sign(town.Person(document.Leader), document, "签发意见", Value(document.Resolved["head"]), Value(document.Resolved["final"]));
        await Check(town.Person(document.Drafter), document);
    }

    /// <summary>三(八): what must be explained stays in its section until the plan, sent in chat, is filed from the drafter's card.</summary>
    private static async Task FilePlan(Town town, FakeFileHost files, SampleDocument document)
    {
        var (drafter, head) = (town.Person(document.Drafter), town.Person(document.Head));
        await Held(head, document, "上传“解读方案”并点“报备政策法规科”");
        var ask = Assert.Single(await drafter.SendFiles("", ("解读方案.docx", files.Serve(Samples.Docx()))));
        var slip = Assert.Single(ask.ChoicesOf("放到哪件"), choice => choice.Contains(document.Title, StringComparison.Ordinal));
        var kept = await drafter.Press(ask, "存入", [("放到哪件", slip), ("文件类别", "解读方案")]);
        Assert.Contains("已存入", kept.Text, StringComparison.Ordinal);
        await Held(head, document, "还没有报备");

        var (id, card) = await drafter.Live(document.Title, "报备政策法规科");
        var filed = await drafter.Press(card, "报备政策法规科", on: id);
        Assert.False(filed.Card.Offers("报备政策法规科"), filed.Text);
    }

    /// <summary>The head cannot sign yet, and hears why.</summary>
    private static async Task Held(Resident head, SampleDocument document, string saying)
    {
        var (id, card) = await head.Live(document.Title, "签署");
        var agreed = AttributeStatement.OfReviewer(Value(document.Resolved["drafter"]), Value(document.Resolved["drafter"]));
        var refused = await head.Press(card, agreed, [("处理意见", "")], on: id);
        Assert.Contains("规范性文件和重要政策应将解读方案与文件一并报批", refused.Text, StringComparison.Ordinal);
        Assert.Contains(saying, refused.Text, StringComparison.Ordinal);
        Assert.True(refused.Card.Offers(agreed), refused.Text);
    }

    /// <summary>Presses the agreed statement's own button where there is one, chooses another otherwise.</summary>
    private static async Task Sign(Resident person, SampleDocument document, string box, DisclosureAttribute asked, DisclosureAttribute value)
    {
        var text = document.Slip[box]!;
        var leader = box == "签发意见";
        var statement = leader ? AttributeStatement.OfLeader(asked, value) : AttributeStatement.OfReviewer(asked, value);
        var opinion = text[..^statement.Length];
        var divergent = leader && document.Resolved["head"] != document.Resolved["office"];
        var (id, card) = await person.Live(document.Title, asked == value && !divergent ? statement : "签署");
        Assert.False(divergent && card.Offers("同意"), "Where section and office differ there is no one-tap 同意.");

        var clicked = asked == value && !divergent
            ? await person.Press(card, statement, [("处理意见", opinion)], on: id)
            : await person.Press(card, "签署",
                [("处理意见", opinion), ("公开属性", divergent ? AttributeStatement.Plain(value) : statement), ("理由", "《条例》第十五条:商业秘密")], on: id);
        Assert.True(clicked.Card.Says(text), $"{box} should read {text}:\n{clicked.Text}");
    }

    private static async Task Check(Resident drafter, SampleDocument document)
    {
        var final = document.Resolved["finalText"];
        var found = Assert.Single(await drafter.Say($"查 {document.Title}"));
        var (verb, data) = (found.Json.GetProperty("body")[1].GetProperty("selectAction") is var open ? open.GetProperty("verb").GetString()! : "",
            found.Json.GetProperty("body")[1].GetProperty("selectAction").GetProperty("data").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal));
        var card = (await drafter.Send(verb, data)).Card;
        foreach (var box in Boxes)
        {
            if (document.Slip[box] is { } text) Assert.Contains(text, card.Text.Split('\n'));
        }

        if (final is not null) Assert.True(card.Says($"公开属性(最终):{final}"), card.Text);
        else Assert.True(card.Says("等待局领导签发"), card.Text);
    }

    private static DisclosureAttribute Value(string? letter) => letter switch
    {
        "P" => DisclosureAttribute.Public,
        "N" => DisclosureAttribute.NotDisclosed,
        "R" => DisclosureAttribute.OnRequest,
        "D" => DisclosureAttribute.Redacted,
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, null),
    };
}
