using System.Runtime.InteropServices;

namespace DisclosureBot.Documents;

/// <summary>What .NET does not say of directories: when their names are on the disk, and whether a file is being written.</summary>
internal static class Disk
{
    /// <summary>Brings the names in a directory to the disk, so that a renamed file survives a loss of power under its new name.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Settle(string directory)
    {
        if (OperatingSystem.IsWindows()) return; // NTFS journals names by itself
        var handle = Open(directory, 0);
        if (handle < 0) throw new IOException($"{directory} cannot be opened.");
        try
        {
            if (Sync(handle) != 0) throw new IOException($"{directory} cannot be brought to the disk.");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    /// <summary>Whether some process still writes it: writers hold their file locked, and a killed one lets go.</summary>
    public static bool IsInUse(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    [DllImport("libc", EntryPoint = "open"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
