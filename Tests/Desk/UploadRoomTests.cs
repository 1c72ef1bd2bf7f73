using DisclosureBot.Desk;
using Xunit;

namespace DisclosureBot.Tests.Desk;

/// <summary>How many uploads may be under way at once, one person's and everybody's.</summary>
public sealed class UploadRoomTests
{
    private readonly UploadRoom _room = new();

    [Fact]
    public void One_person_has_room_for_two_and_again_for_one_that_has_ended()
    {
        var first = _room.Take("liying")!;
        Assert.NotNull(_room.Take("liying"));
        Assert.Null(_room.Take("liying"));
        first.Dispose();
        first.Dispose();
        Assert.NotNull(_room.Take("liying"));
        Assert.Null(_room.Take("liying"));
    }

    [Fact]
    public void Eight_are_under_way_for_everybody_together()
    {
        var places = Enumerable.Range(0, UploadRoom.Overall).Select(i => _room.Take($"person-{i}")!).ToList();
        Assert.Null(_room.Take("one more"));
        places[3].Dispose();
        Assert.NotNull(_room.Take("one more"));
    }
}
