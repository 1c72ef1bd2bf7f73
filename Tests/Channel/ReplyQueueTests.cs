using System.Collections.Concurrent;
using DisclosureBot.Channel;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>The room of waiting replies is everybody's.</summary>
public sealed class ReplyQueueTests
{
    [Fact]
    public async Task One_conversation_cannot_fill_the_room_of_all()
    {
        var far = new Far();
        using var queue = new ReplyQueue(far, TimeProvider.System, NullLogger<ReplyQueue>.Instance);
        for (var i = 0; i <= ReplyQueue.Capacity; i++)
            queue.Add(new("http://127.0.0.1:1/", "a:flood"), [new Message("洪水")]);

        queue.Add(new("http://127.0.0.1:1/", "a:colleague"), [new Message("请处理")]);
        await far.Colleague.Task.WaitAsync(TestContext.Current.CancellationToken);

        far.Flood.SetResult();
        await queue.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ReplyQueue.CapacityOfOne, far.Said.Count(said => said == "a:flood"));
    }

    /// <summary>A far side on which one conversation hangs.</summary>
    private sealed class Far : IChannel
    {
        public TaskCompletionSource Flood { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource Colleague { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public ConcurrentQueue<string> Said { get; } = new();

        public async Task<SendOutcome> Send(Address to, Message message, CancellationToken stop)
        {
            Said.Enqueue(to.ConversationId);
            if (to.ConversationId is "a:colleague") Colleague.SetResult();
            else await Flood.Task;
            return new SendOutcome.Delivered("1");
        }

        public Task<SendOutcome> Update(Address to, string messageId, Message message, CancellationToken stop) => throw new NotSupportedException();

        public Task<SendOutcome> Open(string serviceUrl, string tenantId, string aadObjectId, CancellationToken stop) => throw new NotSupportedException();

        public Task<IReadOnlyList<Member>?> Members(Address of, int most, CancellationToken stop) => throw new NotSupportedException();
    }
}
