using System.Text;
using DisclosureBot.Documents;
using Xunit;

namespace DisclosureBot.Tests.Documents;

/// <summary>What a compound file costs to look at grows with its size and with nothing else.</summary>
public sealed class CompoundFileTests
{
    private const int Names = 2000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Names_that_share_one_chain_are_refused_before_it_is_gone_through_again()
    {
        var file = new CountedStream(Sharing(), most: 20_000);
        Assert.Equal(FileRefusals.Broken("方案.doc"), Assert.IsType<FileVerdict.Refused>(FileCheck.Look(file, "方案.doc", Stop)).Refusal);
    }

    [Fact]
    public void As_many_names_with_chains_of_their_own_are_read_within_the_same_bound_for_each()
    {
        var streams = Enumerable.Range(0, Names).Select(at => ($"s{at}", new byte[1])).ToArray();
        Assert.IsType<FileVerdict.Accepted>(FileCheck.Look(new CountedStream(Samples.Doc(streams), most: 40 * Names), "方案.doc", Stop));
    }

    [Fact]
    public void Storages_in_storages_without_end_are_refused()
    {
        var path = string.Join('/', Enumerable.Repeat("一个相当长的名字一个相当长的名字", 200));
        Assert.Equal(FileRefusals.Broken("方案.doc"), Assert.IsType<FileVerdict.Refused>(FileCheck.Look(new MemoryStream(Samples.Doc((path, [1]))), "方案.doc", Stop)).Refusal);
    }

    [Theory]
    [InlineData("Workbook", "Book")]
    [InlineData("Workbook", "WordDocument")]
    [InlineData("PowerPoint Document", "WordDocument")]
    public void Two_documents_in_one_are_refused(string one, string other)
    {
        var file = Samples.Ole((one, new byte[600]), (other, new byte[600]));
        Assert.Equal(FileRefusals.TwoInOne("表.xls"), Assert.IsType<FileVerdict.Refused>(FileCheck.Look(new MemoryStream(file), "表.xls", Stop)).Refusal);
    }

    /// <summary>Two thousand names of one large stream.</summary>
    private static byte[] Sharing()
    {
        var names = Enumerable.Range(0, Names).Select(at => $"s{at:D4}").ToArray();
        var file = Samples.Ole([("WordDocument", new byte[512 * 2000]), .. names.Select(name => (name, new byte[1]))]);
        var main = EntryOf(file, "WordDocument");
        foreach (var name in names) file.AsSpan(main + 116, 8).CopyTo(file.AsSpan(EntryOf(file, name) + 116));
        return file;
    }

    private static int EntryOf(byte[] file, string name) => file.AsSpan().IndexOf(Encoding.Unicode.GetBytes(name + "\0"));

    /// <summary>Ends the test once it is asked more often than allowed.</summary>
    private sealed class CountedStream(byte[] bytes, int most) : MemoryStream(bytes)
    {
        private int _asked;

        public override long Length => Count(base.Length);

        public override int Read(Span<byte> buffer) => (int)Count(base.Read(buffer));

        private long Count(long answer) => ++_asked <= most ? answer : throw new Xunit.Sdk.XunitException($"Asked more than {most} times.");
    }
}
