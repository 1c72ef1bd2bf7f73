using DisclosureBot.Bureau;

namespace DisclosureBot.Opinions.Response;

/// <summary>Decides drafts, their secrecy review and their release. Pure.</summary>
internal sealed class ResponseRules(Roster roster)
{
    public Decision<OpinionEvent> Decide(OpinionItem item, ResponseCommand command, Person actor, DateTimeOffset at)
    {
        _ = (roster, item, command, actor, at);
        throw new NotSupportedException();
    }
}
