namespace DisclosureBot.Cards.Sharing;

/// <summary>What may stand in a conversation whose readers nobody knows: that there is such a case, and what of it lies before the public anyway.</summary>
/// <param name="Kind">文件审批处理签, or what else it is.</param>
/// <param name="Link">Opens it at the desk, which asks who one is.</param>
/// <param name="Published">What the public can read; null where nothing is published.</param>
public sealed record SharedView(string Kind, string Number, string Link, PublishedView? Published = null);

/// <summary>What lies before the public.</summary>
/// <param name="Title">With its 文号 where it has one; null where nobody has found it at the address.</param>
public sealed record PublishedView(string Url, string? Title);

/// <summary>An answer that a whole group reads.</summary>
/// <param name="Title">What was asked, with the number of items.</param>
/// <param name="Items">Only what each of the readers may see.</param>
/// <param name="Note">Where the rest is.</param>
public sealed record GroupListView(string Title, IReadOnlyList<GroupItem> Items, string Note)
{
    /// <summary>The answer itself, one paragraph each; empty where the list says it all.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];
}

/// <summary>One case in a group's answer.</summary>
/// <param name="Link">Opens it at the desk, which asks who one is.</param>
public sealed record GroupItem(string Number, string Title, string Status, string Link);
