using DisclosureBot.Documents;
using DisclosureBot.Opinions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DisclosureBot.Desk;

/// <summary>Writes the addresses that leave in cards: on <c>Desk:PublicAddress</c>, or where the program itself listens.</summary>
public sealed class DeskAddress(IConfiguration configuration, IHostEnvironment environment, IServer server, FileLinks links)
{
    /// <summary>What of the page's address names the case it shows.</summary>
    public const string Case = "slip";

    /// <summary>Opens a case at the desk, for whoever signs in there and may see it; says nothing of it to anybody else.</summary>
    public string OfCase(string caseId) => $"{Base}/?{Case}={Uri.EscapeDataString(caseId)}";

    /// <summary>Opens one file for one person, for as long as <c>Documents:LinkMinutes</c> says.</summary>
    public string Of(string slip, string file, string person) => $"{Base}/files/{links.For(slip, file, person)}";

    /// <summary>Opens the slip itself as a PDF, for whoever is signed in; in development one sits at every desk, and the address says at which.</summary>
    public string OfPaper(string slip, string person) => $"{Base}/papers/{slip}{Seat(person)}";

    /// <summary>Opens the 专报 of an item as a PDF, likewise; from the section's own chat one says oneself who one is.</summary>
    public string OfReport(string item, string person) => $"{Base}/reports/{item}{(person == OpinionGroup.Id ? "" : Seat(person))}";

    /// <summary>Opens the table of a period, likewise.</summary>
    public string OfFigures(string period, string section, string person) => $"{Base}/figures/{period}/{Uri.EscapeDataString(section)}.xlsx{Seat(person)}";

    /// <summary>Without a slash at its end. Asked for late: the server knows its port only once it listens.</summary>
    public string Base => (Named(configuration) ?? Listening).TrimEnd('/');

    /// <exception cref="InvalidOperationException">The setting is no address of the web.</exception>
    public static string? Named(IConfiguration configuration)
    {
        if (configuration["Desk:PublicAddress"]?.Trim() is not { Length: > 0 } named) return null;
        return Uri.TryCreate(named, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", Query: "", Fragment: "", UserInfo: "" }
            ? named
            : throw new InvalidOperationException($"Desk:PublicAddress is no web address: '{named}'. Write it like https://desk.example.cn.");
    }

    private string Seat(string person) => environment.IsDevelopment() ? $"?as={Uri.EscapeDataString(person)}" : "";

    private string Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:3978";
}
