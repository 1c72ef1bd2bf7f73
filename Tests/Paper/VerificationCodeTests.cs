using DisclosureBot.Paper;
using Xunit;

namespace DisclosureBot.Tests.Paper;

/// <summary>The code under a paper: the same for the same record, forgiving of hands, not of mistakes.</summary>
public sealed class VerificationCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Head = "9f2c4e7ab81d06c35e9f2c4e7ab81d06c35e9f2c4e7ab81d06c35e9f2c4e7ab8";
    private static readonly string Code = VerificationCode.Of("slip-07", 24, Head);

    [Fact]
    public void Is_four_groups_of_four_and_never_changes_between_releases() => Assert.Equal("FESC-FJ8B-29WQ-TTPN", Code);

    [Fact]
    public void Tells_slips_versions_and_histories_apart()
    {
        var others = new[]
        {
            VerificationCode.Of("slip-08", 24, Head), VerificationCode.Of("slip-07", 25, Head), VerificationCode.Of("slip-072", 4, Head),
            VerificationCode.Of("slip-07", 24, Head.Replace('9', '8')), Code,
        };
        Assert.Equal(others.Length, others.Distinct().Count());
        Assert.Equal(Code, VerificationCode.Of("slip-07", 24, Head.ToUpperInvariant()));
    }

    [Fact]
    public void Every_code_reads_back_as_itself()
    {
        for (var version = 1; version <= 500; version++)
        {
            var code = VerificationCode.Of("slip-07", version, Head);
            Assert.True(VerificationCode.TryParse(code, out var read));
            Assert.Equal(code, read);
        }
    }

    [Theory]
    [InlineData("lower case", "-", "-")]
    [InlineData("no dashes", "-", "")]
    [InlineData("spaces", "-", "  ")]
    [InlineData("ideographic spaces", "-", "\u3000")]
    [InlineData("long dashes", "-", "\u2014")]
    [InlineData("full-width dashes", "-", "\uFF0D")]
    [InlineData("letter O for zero", "0", "O")]
    [InlineData("small o for zero", "0", "o")]
    [InlineData("letter I for one", "1", "I")]
    [InlineData("small l for one", "1", "l")]
    public void Is_read_as_people_type_it(string how, string printed, string typed)
    {
        var code = Enumerable.Range(1, 500).Select(version => VerificationCode.Of("slip-07", version, Head))
            .First(code => code.Contains('0') && code.Contains('1'));
        var text = code.Replace(printed, typed, StringComparison.Ordinal);
        Assert.True(VerificationCode.TryParse(how == "lower case" ? text.ToLowerInvariant() : text, out var read), how);
        Assert.Equal(code, read);
    }

    [Fact]
    public void Full_width_letters_are_read()
    {
        var wide = string.Concat(Code.Select(character => (char)(character + 0xFEE0)));
        Assert.True(VerificationCode.TryParse(wide, out var read));
        Assert.Equal(Code, read);
    }

    [Fact]
    public void Any_one_wrong_character_is_found()
    {
        for (var at = 0; at < Code.Length; at++)
        {
            foreach (var wrong in Alphabet.Where(letter => Code[at] != '-' && letter != Code[at]))
                Assert.False(VerificationCode.TryParse(Code[..at] + wrong + Code[(at + 1)..], out _));
        }
    }

    [Fact]
    public void Any_two_exchanged_characters_are_found()
    {
        var letters = Code.Replace("-", "", StringComparison.Ordinal).ToCharArray();
        for (var first = 0; first < letters.Length; first++)
        {
            for (var second = first + 1; second < letters.Length; second++)
            {
                if (letters[first] == letters[second]) continue;
                var exchanged = (char[])letters.Clone();
                (exchanged[first], exchanged[second]) = (exchanged[second], exchanged[first]);
                Assert.False(VerificationCode.TryParse(new string(exchanged), out _));
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("核验")]
    [InlineData("----")]
    [InlineData("UUUU-UUUU-UUUU-UUUU")]
    public void What_is_no_code_is_not_read(string? typed)
    {
        Assert.False(VerificationCode.TryParse(typed, out var code));
        Assert.Empty(code);
    }

    [Fact]
    public void A_code_with_a_character_too_few_or_too_many_is_not_read()
    {
        Assert.False(VerificationCode.TryParse(Code[..^1], out _));
        Assert.False(VerificationCode.TryParse(Code + "0", out _));
        Assert.False(VerificationCode.TryParse(new string('0', 100_000), out _));
    }
}
