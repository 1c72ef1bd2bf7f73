using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;

namespace DisclosureBot.Desk;

/// <summary>Stands before the page and its API: sets the headers, turns strangers away, and settles who sits here.</summary>
internal sealed class DeskGate(Roster roster, DeskMode mode, SignInSettings signIn)
{
    private const long LargestBody = 64 * 1024;

    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        var forCode = context.Request.Path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase);
        if (await Turned(context, forCode) is { } refusal) await Answer(context, refusal);
        else await next(context);
    }

    /// <summary>Asking to sign in fetches the provider's description first; without it there is nothing to ask.</summary>
    private static async Task Answer(HttpContext context, IResult refusal)
    {
        try
        {
            await refusal.ExecuteAsync(context);
        }
        catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException or IOException && !context.Response.HasStarted)
        {
            await Answers.Page(503, "暂时无法登录", "单位账号的登录服务现在连不上,请稍后再试;聊天中的机器人不受影响。").ExecuteAsync(context);
        }
    }

    /// <returns>What to say instead of going on; null once a person has been seated.</returns>
    private async Task<IResult?> Turned(HttpContext context, bool forCode)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LargestBody;
        if (forCode && !LocalRequest.IsSameOrigin(context.Request))
            return Answers.Problem(403, "请求来自别的网站,已拒绝。");
        if (HttpMethods.IsPost(context.Request.Method) && !context.Request.HasJsonContentType() && !DeskFiles.IsUpload(context.Request))
            return Answers.Problem(415, "请用 application/json 提交。");

        return mode switch
        {
            DeskMode.Switcher => Switch(context, forCode),
            DeskMode.SignIn => await SignedIn(context, forCode),
            DeskMode.Shut => Say(forCode, 503, "办件台尚未开放", $"管理员还没有配置登录。缺少配置项:{string.Join('、', signIn.Missing)}。聊天中的机器人不受影响。"),
            _ => throw new InvalidOperationException($"No way in for {mode}."),
        };
    }

    private IResult? Switch(HttpContext context, bool forCode)
    {
        if (!LoopbackOnly.IsFromHere(context))
            return Say(forCode, 403, "只能在本机打开", "这是开发模式,办件台只接受本机(localhost)的访问。");
        var wanted = context.Request.Query["as"].ToString();
        var person = wanted.Length == 0 ? roster.People[0] : roster.Find(wanted);
        return person is null ? Say(forCode, 404, "没有这位同事", $"名册里没有“{wanted}”,请从页面上方另选一位。") : Sit(context, person);
    }

    private async Task<IResult?> SignedIn(HttpContext context, bool forCode)
    {
        var ticket = await context.AuthenticateAsync(SignIn.Cookie);
        if (ticket.Principal is not { } user) return forCode ? Answers.Problem(401, "登录已过期,请重新登录。") : AskToSignIn(context);
        return roster.FindByObjectId(user.FindFirst("oid")?.Value) is { } person
            ? Sit(context, person)
            : Say(forCode, 403, "名册中没有您", $"您已登录,但{roster.BureauName}的机器人名册里没有您的账号。{WhomToAsk()}");
    }

    private static IResult AskToSignIn(HttpContext context)
    {
        var back = new AuthenticationProperties { RedirectUri = context.Request.Path + context.Request.QueryString };
        // The sign-in page refuses to be shown inside another page, as in a Teams tab.
        return context.Request.Headers["Sec-Fetch-Dest"] == "iframe"
            ? Answers.Page(401, "请在浏览器中登录", "办件台需要在浏览器窗口中登录单位账号。", (back.RedirectUri, "在浏览器中打开"))
            : Results.Challenge(back, [SignIn.Entra]);
    }

    private string WhomToAsk()
    {
        var keepers = roster.Holding(Role.Administrator).Select(p => p.Name).ToArray();
        return keepers.Length > 0 ? $"请联系管理员{string.Join('、', keepers)}把您加入名册。" : "请联系办公室把您加入名册。";
    }

    private static IResult? Sit(HttpContext context, Person person)
    {
        context.Features.Set(new Seat(person));
        return null;
    }

    private static IResult Say(bool forCode, int status, string title, string sentence) =>
        forCode ? Answers.Problem(status, sentence) : Answers.Page(status, title, sentence);
}
