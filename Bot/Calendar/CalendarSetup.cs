namespace DisclosureBot.Calendar;

public static class CalendarSetup
{
    /// <exception cref="InvalidOperationException">A setting of the section <c>Calendar</c> is wrong.</exception>
    public static IServiceCollection AddCalendar(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new Calendars(CalendarSettings.Read(configuration)));
}
