namespace DisclosureBot.Asking;

public static class AskingSetup
{
    public static IServiceCollection AddAsking(this IServiceCollection services) => services
        .AddSingleton<QuestionReader>().AddSingleton<Lookup>().AddSingleton<Answerer>();
}
