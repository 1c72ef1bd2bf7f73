using DisclosureBot.Chat;

namespace DisclosureBot.Figures;

public static class FigureSetup
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services.AddSingleton<FigureBook>().AddSingleton<ITopic, FigureTopic>();
}
