using DisclosureBot.Channel;

namespace DisclosureBot.Chat;

public static class ChatSetup
{
    public static IServiceCollection AddChat(this IServiceCollection services) => services
        .AddSingleton<Contacts>().AddSingleton<Words>().AddSingleton<SlipClicks>().AddSingleton<Reception>()
        .AddSingleton<TurnHandler>(provider => provider.GetRequiredService<Reception>().Answer);
}
