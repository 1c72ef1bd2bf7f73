namespace DisclosureBot.Channel;

/// <summary>POST /api/messages: admit, turn into a turn, hand to the bot, answer.</summary>
public sealed class ChannelEndpoint(Gate gate, TurnHandler bot, ReplyQueue queue, IHostApplicationLifetime lifetime, ILogger<ChannelEndpoint> log)
{
    public async Task Serve(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            await Refuse(http, new(StatusCodes.Status405MethodNotAllowed, "PostOnly"));
            return;
        }
        var (activity, refusal) = await gate.Admit(http.Request);
        Turn? turn = null;
        if (activity is not null)
            (turn, refusal) = Turns.Read(activity);
        if (refusal is not null)
            await Refuse(http, refusal);
        else if (turn is not null)
            await Take(http, activity!, turn);
    }

    private async Task Take(HttpContext http, Activity activity, Turn turn)
    {
        try
        {
            // Not RequestAborted: a client that hangs up must not stop a decision half-way.
            var answer = await bot(turn, lifetime.ApplicationStopping);
            await Reply(http, activity, turn, answer);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await Refuse(http, new(StatusCodes.Status503ServiceUnavailable, "Stopping"));
        }
        catch (Exception fault)
        {
            log.TurnFailed(Printable(activity.Id), fault.GetType().Name, fault.StackTrace);
            await Refuse(http, new(StatusCodes.Status500InternalServerError, "Failed"));
        }
    }

    private async Task Reply(HttpContext http, Activity activity, Turn turn, Answer answer)
    {
        var replies = activity.IsInvoke || Spoken(answer.Click) is not { } spoken ? answer.Replies : [.. answer.Replies, spoken];
        if (activity.ExpectsReplies)
        {
            await Write(http, Outgoing.Replies(replies, activity.IsInvoke, answer));
            return;
        }
        if (replies.Count > 0)
            queue.Add(turn.Where, replies);
        // A file consent's answer is the status alone.
        if (turn is Turn.Clicked && activity.IsInvoke)
            await Write(http, Outgoing.Click(answer.Click));
        else if (turn is Turn.Sought or Turn.Linked)
            await Write(http, Outgoing.Compose(answer.Compose));
    }

    // A click that came as a message cannot be answered in place.
    private static Message? Spoken(ClickAnswer? click) => click switch
    {
        ClickAnswer.Card card => card.Spoken,
        ClickAnswer.Sentence sentence => new(sentence.Text),
        ClickAnswer.Refusal refusal => new(refusal.Text),
        _ => null,
    };

    private async Task Refuse(HttpContext http, WireRefusal refusal)
    {
        log.Refused(refusal.Status, refusal.Reason);
        if (http.Response.HasStarted)
            return;
        http.Response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        await Write(http, Outgoing.Error(refusal.Reason));
    }

    private static async Task Write(HttpContext http, ReadOnlyMemory<byte> json)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = json.Length;
        await http.Response.Body.WriteAsync(json, CancellationToken.None); // a client that is gone is no fault of the turn's
    }

    // The id is the sender's text: keep it from forging log lines.
    private static string Printable(string? id) => new([.. (id ?? "").Where(letter => !char.IsControl(letter)).Take(128)]);
}
