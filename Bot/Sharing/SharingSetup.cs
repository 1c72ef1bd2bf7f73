namespace DisclosureBot.Sharing;

public static class SharingSetup
{
    public static IServiceCollection AddSharing(this IServiceCollection services) => services
        .AddSingleton<SharedViews>().AddSingleton<DeskLinks>().AddSingleton<ComposeSearch>().AddSingleton<Readers>().AddSingleton<GroupQuestions>().AddSingleton<GroupAnswers>();
}
