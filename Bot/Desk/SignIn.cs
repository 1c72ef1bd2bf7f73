using System.Security.Claims;
using DisclosureBot.Bureau;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace DisclosureBot.Desk;

/// <summary>The bureau's Entra account at the desk: OpenID Connect code flow, then a cookie that holds the two ids and no token.</summary>
internal static class SignIn
{
    public const string Cookie = "Desk";
    public const string Entra = "Entra";

    public static void Add(IServiceCollection services, SignInSettings settings) => services
        .AddAuthentication()
        .AddCookie(Cookie, o =>
        {
            o.Cookie.Name = "__Host-desk";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            o.ExpireTimeSpan = TimeSpan.FromHours(9);
        })
        .AddOpenIdConnect(Entra, o => Configure(o, settings));

    private static void Configure(OpenIdConnectOptions o, SignInSettings settings)
    {
        o.SignInScheme = Cookie;
        o.Authority = settings.Authority;
        o.ClientId = settings.ClientId;
        o.ClientSecret = settings.ClientSecret;
        o.ResponseType = "code";
        o.ResponseMode = "query";
        o.CallbackPath = "/desk-signed-in";
        o.SignedOutCallbackPath = "/desk-signed-out";
        o.RemoteSignOutPath = default; // any link could use it, and Entra's own frame may not touch a lax cookie
        o.MapInboundClaims = false;
        o.SaveTokens = false;
        o.Scope.Clear();
        o.Scope.Add("openid");
        o.Scope.Add("profile");
        o.Events.OnTokenValidated = CheckTenant;
        o.Events.OnRemoteFailure = async context =>
        {
            context.HandleResponse();
            DeskHeaders.Set(context.Response, keepable: false);
            await Answers.Page(400, "登录没有完成", "请关闭本页后重新打开办件台;仍不成功时,请联系管理员。").ExecuteAsync(context.HttpContext);
        };
    }

    private static Task CheckTenant(TokenValidatedContext context)
    {
        var roster = context.HttpContext.RequestServices.GetRequiredService<Roster>();
        var oid = context.Principal?.FindFirst("oid");
        var tid = context.Principal?.FindFirst("tid");
        if (oid is null || !string.Equals(tid?.Value, roster.TenantId, StringComparison.OrdinalIgnoreCase))
            context.Fail("The account does not belong to the bureau's tenant.");
        else
            context.Principal = new ClaimsPrincipal(new ClaimsIdentity([oid, tid!], Entra));
        return Task.CompletedTask;
    }
}

/// <summary>The keys of the sign-in; by default the bot's own registration serves the desk too.</summary>
internal sealed record SignInSettings(string? Authority, string? ClientId, string? ClientSecret)
{
    public static SignInSettings From(IConfiguration configuration) => new(
        configuration["Desk:Authority"] ?? (configuration["MicrosoftAppTenantId"] is { Length: > 0 } tenant
            ? $"https://login.microsoftonline.com/{tenant}/v2.0" : null),
        configuration["Desk:ClientId"] ?? configuration["MicrosoftAppId"],
        configuration["Desk:ClientSecret"] ?? configuration["MicrosoftAppPassword"]);

    /// <summary>What an administrator still has to set, either key of a pair.</summary>
    public IReadOnlyList<string> Missing { get; } =
    [
        .. new (string? Value, string Keys)[]
        {
            (Authority, "Desk:Authority(或 MicrosoftAppTenantId)"),
            (ClientId, "Desk:ClientId(或 MicrosoftAppId)"),
            (ClientSecret, "Desk:ClientSecret(或 MicrosoftAppPassword)"),
        }.Where(p => string.IsNullOrWhiteSpace(p.Value)).Select(p => p.Keys),
    ];
}
