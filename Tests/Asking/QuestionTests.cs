using System.Globalization;
using Xunit;

namespace DisclosureBot.Tests.Asking;

/// <summary>The list of questions that anybody may extend, asked of a real journal; the share right at the first try, and every miss by name.</summary>
public sealed class QuestionTests(AskedBureau bureau) : IClassFixture<AskedBureau>
{
    [Theory]
    [InlineData("questions.md", 150, 0.95)]
    [InlineData("questions-cold.md", 80, 0.9)]
    [InlineData("questions-third.md", 50, 0.9)]
    [InlineData("questions-untouched.md", 50, 0.6)]
    [InlineData("questions.md questions-cold.md", 360, 0.95)]
    public async Task Questions_are_answered_as_the_list_says(string files, int atLeast, double least)
    {
        var questions = files.Split(' ').SelectMany(AskedQuestion.Read).ToList();
        Assert.True(questions.Count >= atLeast, $"{questions.Count}");
        List<string> broken = [], mended = [], misses = [];
        foreach (var question in questions)
        {
            var wrong = question.Wrong(await bureau.Ask(question.Person, question.Text));
            if (wrong is not null) misses.Add($"{question.Name},却是:{wrong}");
            if (wrong is not null && !question.IsKnownMiss) broken.Add(misses[^1]);
            if (wrong is null && question.IsKnownMiss) mended.Add(question.Name);
        }

        var share = 1 - ((double)misses.Count / questions.Count);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files}: {questions.Count - misses.Count} of {questions.Count}, {share:P1}"));
        misses.ForEach(miss => TestContext.Current.TestOutputHelper?.WriteLine(miss));
        Assert.True(broken.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{share:P1} right of {questions.Count}; not as the list says:\n{string.Join('\n', broken)}"));
        Assert.True(mended.Count == 0, $"Now answered rightly; take 已知未达 away:\n{string.Join('\n', mended)}");
        Assert.True(share >= least, $"{share:P1}");
    }
}
