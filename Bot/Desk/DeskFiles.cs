using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Chat;
using DisclosureBot.Documents;
using DisclosureBot.Opinions;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using MinDataRate = Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate;

namespace DisclosureBot.Desk;

/// <summary>Files put on a slip or an item at the desk: the request's body is the file, streamed to disk and checked like one sent in chat.</summary>
internal sealed class DeskFiles(
    Filing filing, OpinionFiling items, Arrivals arrivals, SlipViews views, OpinionViews itemViews, ILogger<DeskFiles> log)
{
    public const string Upload = "/files";

    /// <summary>No form of another site can send it without asking first.</summary>
    private const string Binary = "application/octet-stream";

    /// <summary>Beyond the files' own limit, so that it is our sentence that is said and not the server's.</summary>
    private const long Margin = 1024 * 1024;

    private static readonly MinDataRate Slowest = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(30));

    /// <summary>The one thing that a file of an item can be.</summary>
    private static readonly AttachRole Material = new("Material", "材料");

    private const string Broken = "文件没有传完整,请重试。";

    private readonly UploadRoom _room = new();

    public static bool IsUpload(HttpRequest request) =>
        request.Path.Equals("/desk" + Upload, StringComparison.OrdinalIgnoreCase) && string.Equals(request.ContentType, Binary, StringComparison.OrdinalIgnoreCase);

    public async Task<IResult> Attach(HttpContext context, string slip)
    {
        return Answers.Ok(new Attach(await Roles(Seat.Of(context), slip, context.RequestAborted), arrivals.MostBytes, FileKind.AllExtensions.Split('、')), DeskJson.Default.Attach);
    }

    private async Task<IReadOnlyList<AttachRole>> Roles(Person person, string slip, CancellationToken stop)
    {
        if (OpinionCase.IsOne(slip)) return items.Objection(await items.Find(slip, person, stop), person) is null ? [Material] : [];
        var found = await filing.Find(slip, person, stop);
        return found is null ? [] : [.. filing.Roles(found, person).Select(role => new AttachRole(role.ToString(), FileRoles.Name(role)))];
    }

    public async Task<IResult> Receive(HttpContext context)
    {
        if (!IsUpload(context.Request)) return Answers.Problem(415, "请用 application/octet-stream 上传文件。");
        var (slip, name) = (context.Request.Query["slip"].ToString(), context.Request.Query["name"].ToString());
        if (slip.Length == 0 || name.Length == 0) return Answers.Problem(400, "没有说明文件名或存到哪一件,请刷新页面后重试。");
        if (OpinionCase.IsOne(slip)) return await Guarded(() => ReceiveForItem(context, Seat.Of(context), slip, name), context);
        if (!Enum.TryParse<FileRole>(context.Request.Query["role"], out var role) || !Enum.IsDefined(role) || role.ToString() != context.Request.Query["role"]) return Answers.Problem(400, "请选择文件类别后再上传。");
        return await Guarded(() => Receive(context, Seat.Of(context), slip, role, name), context);
    }

    private async Task<IResult> Guarded(Func<Task<IResult>> receive, HttpContext context)
    {
        try
        {
            return await receive();
        }
        catch (DocumentStoreException fault)
        {
            log.NotFiled(fault.GetType().Name, fault.StackTrace);
            return Answers.Problem(503, "文件暂时没有存上,是系统的故障,请稍后重试;仍不成功时,请联系管理员。");
        }
        catch (BadHttpRequestException bad)
        {
            return Answers.Problem(bad.StatusCode, bad.StatusCode == StatusCodes.Status408RequestTimeout ? "网络太慢,文件没有传完,请重试。" : Broken);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            return Answers.Problem(400, Broken); // nobody reads it: they hung up
        }
    }

    private async Task<IResult> Receive(HttpContext context, Person person, string slip, FileRole role, string name)
    {
        var before = await filing.Find(slip, person, context.RequestAborted);
        if ((before is null ? SlipRules.Unknown : filing.Objection(before, role, person)) is { } objection) return Refused(objection);
        return await Take(context, person, name, async accepted =>
        {
            var outcome = await filing.Add(person, slip, role, accepted.Document, accepted.Content, null, CancellationToken.None);
            return outcome is { Refusal: null, State: { } after } ? Shown(after, person, accepted.Document) : Refused(outcome.Refusal!);
        });
    }

    private async Task<IResult> ReceiveForItem(HttpContext context, Person person, string id, string name)
    {
        if (items.Objection(await items.Find(id, person, context.RequestAborted), person) is { } objection) return Refused(objection);
        return await Take(context, person, name, async accepted =>
        {
            var outcome = await items.Add(person, id, accepted.Document, accepted.Content, CancellationToken.None);
            return outcome is { Refusal: null, State: { } after } ? Shown(after, person, accepted.Document) : Refused(outcome.Refusal!);
        });
    }

    private async Task<IResult> Take(HttpContext context, Person person, string name, Func<Arrival.Accepted, Task<IResult>> file)
    {
        if (context.Request.ContentLength > arrivals.MostBytes) return Refused(FileRefusals.TooLarge(FileName.Clean(name), (int)(arrivals.MostBytes / Margin)), 413);
        using var place = _room.Take(person.Id);
        if (place is null) return Answers.Problem(429, "同时上传的文件太多,请等前面的传完再上传。");
        Widen(context);

        var arrival = await arrivals.Receive($"d-{Guid.NewGuid():N}", name, person.Id, context.Request.Body, context.RequestAborted);
        if (arrival is not Arrival.Accepted accepted) return Refused(((Arrival.Refused)arrival).Refusal);
        await using var received = accepted;
        // The file is here in whole: from now on nobody's hanging up undoes it.
        return await file(accepted);
    }

    private IResult Shown(Slip slip, Person person, StoredDocument file)
    {
        var said = slip.File(file.Id) is { } kept
            ? $"“{kept.Name}”已存入{slip.Number},作为{FileRoles.Name(kept.Role)}第{kept.Version}版。"
            : $"“{file.Name}”与{slip.Number}中现有的文件内容完全相同,没有重复存入。";
        var card = SlipCard.Render(views.Of(slip, person, new Notice(Tone.Good, said)));
        return Answers.Ok(new Attached(new Outcome(slip.Version, card, null, null, []), file.Name, file.Size, file.Sha256, said), DeskJson.Default.Attached);
    }

    private IResult Shown(OpinionItem item, Person person, StoredDocument file)
    {
        var said = item.File(file.Id) is { } kept
            ? $"“{kept.Name}”已存入{item.Number}。"
            : $"“{file.Name}”与{item.Number}中现有的文件内容完全相同,没有重复存入。";
        var card = OpinionCard.Render(itemViews.Of(item, person, new Notice(Tone.Good, said)));
        return Answers.Ok(new Attached(new Outcome(item.Version, card, null, null, []), file.Name, file.Size, file.Sha256, said), DeskJson.Default.Attached);
    }

    private void Widen(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = arrivals.MostBytes + Margin;
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = Slowest;
    }

    private static IResult Refused(Refusal refusal, int? status = null) => Answers.Problem(status ?? refusal.Kind switch
    {
        RefusalKind.Invalid => 422,
        RefusalKind.Stale => 409,
        RefusalKind.Forbidden or RefusalKind.NotFound or RefusalKind.Secret => 403,
        _ => throw new InvalidOperationException(refusal.Kind.ToString()),
    }, refusal.Text);
}
