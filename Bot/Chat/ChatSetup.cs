using DisclosureBot.Asking;
using DisclosureBot.Channel;

namespace DisclosureBot.Chat;

public static class ChatSetup
{
    public static IServiceCollection AddChat(this IServiceCollection services) => services.AddAsking()
        .AddSingleton<Contacts>().AddSingleton<Words>().AddSingleton<SlipClicks>().AddSingleton<Reception>().AddSingleton<Sight>()
        .AddSingleton<OpinionWords>().AddSingleton<OpinionClicks>().AddSingleton<OpinionRoom>().AddSingleton<OpinionFileViews>()
        .AddSingleton<FileShelf>().AddSingleton<SourceViews>().AddSingleton<Filing>().AddSingleton<OpinionFiling>().AddSingleton<FiledFiles>().AddSingleton<ArrivalCards>().AddSingleton<FileIntake>().AddSingleton<FileSending>().AddSingleton<FileClicks>().AddSingleton<SecretFiles>()
        .AddSingleton<TurnHandler>(provider => provider.GetRequiredService<Reception>().Answer);
}
