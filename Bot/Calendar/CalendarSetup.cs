using DisclosureBot.Chat;

namespace DisclosureBot.Calendar;

public static class CalendarSetup
{
    /// <exception cref="InvalidOperationException">A setting of the section <c>Calendar</c> is wrong.</exception>
    public static IServiceCollection AddCalendar(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new Calendars(CalendarSettings.Read(configuration)))
        .AddSingleton<CalendarRules>().AddSingleton<CalendarCase>().AddSingleton<CalendarImports>()
        .AddSingleton<NudgeCase>().AddSingleton<CalendarNudges>()
        .AddSingleton<CalendarViews>().AddSingleton<ICaseFace, CalendarCaseFace>().AddSingleton<ICaseFace, NudgeCaseFace>().AddSingleton<CalendarClicks>()
        .AddHostedService<CalendarStart>();

    /// <summary>Runs before the server listens, and before whatever counts a deadline at the start: every confirmed import is in force again.</summary>
    private sealed class CalendarStart(CalendarImports imports, CalendarNudges nudges) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await imports.Refresh(cancellationToken);
            await nudges.Look(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
