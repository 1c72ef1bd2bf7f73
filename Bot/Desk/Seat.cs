using DisclosureBot.Bureau;

namespace DisclosureBot.Desk;

/// <summary>Who sits at the desk in this request, settled by the gate before anything else runs.</summary>
internal sealed record Seat(Person Person)
{
    public static Person Of(HttpContext context) =>
        context.Features.Get<Seat>()?.Person ?? throw new InvalidOperationException("The desk was reached around its gate.");
}

/// <summary>How the desk knows who is there; fixed at the start.</summary>
internal enum DeskMode
{
    /// <summary>Development, loopback only: one may sit anywhere.</summary>
    Switcher,

    /// <summary>Everybody signs in with the bureau's Entra account.</summary>
    SignIn,

    /// <summary>Nobody has configured the sign-in: the desk is shut, chat goes on.</summary>
    Shut,
}
