using DisclosureBot.Bureau;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Channel;

namespace DisclosureBot.Chat;

/// <summary>One thing that people talk about with the bot: the words and clicks it understands, and the cases it opens. Null: about something else.</summary>
public interface ITopic
{
    /// <summary>What 帮助 says of it.</summary>
    IReadOnlyList<HelpItem> Help => [];

    /// <param name="said">Trimmed, without the full stop or question mark at its end; in a personal chat or on the desk.</param>
    /// <param name="turn">What the words came with: said, or tapped.</param>
    Task<Answer?> Said(Person person, string said, Turn turn, CancellationToken stop) => Task.FromResult<Answer?>(null);

    /// <summary>A click in a personal chat or on the desk.</summary>
    Task<ClickAnswer?> Clicked(Person person, Turn.Clicked clicked, CancellationToken stop) => Task.FromResult<ClickAnswer?>(null);

    /// <summary>Opens a case by its id alone: lists and the desk know no more.</summary>
    Task<ClickAnswer?> Opened(Person person, string caseId, Turn.Clicked clicked, CancellationToken stop) => Task.FromResult<ClickAnswer?>(null);
}
