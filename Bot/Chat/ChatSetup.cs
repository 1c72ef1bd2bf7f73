using DisclosureBot.Channel;

namespace DisclosureBot.Chat;

public static class ChatSetup
{
    public static IServiceCollection AddChat(this IServiceCollection services) => services
        .AddSingleton<Contacts>().AddSingleton<Words>().AddSingleton<SlipClicks>().AddSingleton<Reception>()
        .AddSingleton<Filing>().AddSingleton<ArrivalCards>().AddSingleton<FileIntake>().AddSingleton<FileSending>().AddSingleton<FileClicks>().AddSingleton<SecretFiles>()
        .AddSingleton<TurnHandler>(provider => provider.GetRequiredService<Reception>().Answer);
}
