using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace DisclosureBot.Documents;

/// <summary>What a link was given out for; the person is part of it, so a link handed on opens nothing.</summary>
/// <param name="Expires">From this moment on it opens nothing.</param>
public sealed record FileLink(string Slip, string File, string Person, DateTimeOffset Expires);

/// <summary>Makes and reads short-lived links to files: sealed text that nobody else can make or read.</summary>
/// <remarks>ASP.NET Core's own time-limited protector asks the machine's clock; the time limit here is the bureau clock's, so it stands inside the sealed text.</remarks>
public sealed class FileLinks(string keyDirectory, string bureauId, TimeProvider clock, TimeSpan? lifetime = null)
{
    /// <summary>Long enough to open a large file on a slow line, short enough that a link found later is dead.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly Lazy<IDataProtector> _protector = new(() => Keys(keyDirectory).CreateProtector("DisclosureBot.FileLinks", bureauId));

    /// <summary>A token of URL-safe characters.</summary>
    public string For(string slip, string file, string person) =>
        _protector.Value.Protect(JsonSerializer.Serialize(new FileLink(slip, file, person, clock.GetUtcNow() + (lifetime ?? Lifetime)), FileLinkJson.Default.FileLink));

    /// <summary>Null for a token that is expired, forged, of another bureau, or no token at all; the caller still compares slip, file and person.</summary>
    public FileLink? Read(string? token) => Unseal(token) is { } link && !IsOver(link) ? link : null;

    /// <summary>The same, expired or not: who comes too late is told so.</summary>
    public FileLink? Unseal(string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        try
        {
            return JsonSerializer.Deserialize(_protector.Value.Unprotect(token), FileLinkJson.Default.FileLink);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    public bool IsOver(FileLink link) => clock.GetUtcNow() >= link.Expires;

    /// <summary>Kept in a directory only the program's own account may read, so that links outlive a restart.</summary>
    private static IDataProtectionProvider Keys(string directory)
    {
        var folder = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(directory)
            : Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return DataProtectionProvider.Create(folder, keys => keys.SetApplicationName("DisclosureBot"));
    }
}

[JsonSerializable(typeof(FileLink))]
internal sealed partial class FileLinkJson : JsonSerializerContext;
