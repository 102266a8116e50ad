using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Tests.Employers;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("twenty four hour gym", "24 hour gym")]
    [InlineData("seven oaks", "7 oaks")]
    [InlineData("second chance", "2nd chance")]
    [InlineData("twelfth night", "12th night")]
    [InlineData("twenty", "20")]
    [InlineData("twenty ten", "20 10")]
    [InlineData("thirty 2", "30 2")]
    public void Numbers_are_written_in_digits(string words, string digits) => Assert.Equal(digits, string.Join(' ', NumberWords.InDigits(words.Split(' '))));
}
