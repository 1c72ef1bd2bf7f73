namespace DisclosureBot.Cards.Files;

/// <summary>The verbs of buttons on files, as they travel.</summary>
public static class FileVerbs
{
    /// <summary>存入: put what has come on a slip.</summary>
    public const string Keep = "file.keep";

    /// <summary>不要了: forget what has come.</summary>
    public const string Drop = "file.drop";

    /// <summary>发到聊天: offer a file of a slip in the chat.</summary>
    public const string Send = "file.send";
}
