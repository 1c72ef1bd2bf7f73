namespace DisclosureBot.Channel;

/// <summary>The three kinds of calls this folder makes. None follows a redirect: a token goes only where it was addressed.</summary>
public static class ChannelHttp
{
    public const string Connector = "channel-connector";
    public const string Keys = "channel-keys";
    public const string Login = "channel-login";

    public static void AddChannelHttp(this IServiceCollection services)
    {
        foreach (var name in new[] { Connector, Keys, Login })
        {
            services.AddHttpClient(name, client =>
                {
                    client.MaxResponseContentBufferSize = 1024 * 1024;
                    client.Timeout = TimeSpan.FromSeconds(20); // the last resort; the calls bring shorter limits of their own
                })
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                })
                .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
                .RemoveAllLoggers(); // conversation ids do not belong in every log line
        }
    }
}
