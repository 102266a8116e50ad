using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Tests.Privacy;

public sealed class NhsNumberTests
{
    [Theory]
    [InlineData("943 476 5919")]
    [InlineData("943-476-5919")]
    [InlineData("9434765919")]
    [InlineData("94347 65919")]
    [InlineData("nine four three four seven six five nine one nine")]
    [InlineData("nhs number 943 476 5918")]
    public void It_is_known_by_its_check_digit_or_by_its_label(string text) => Assert.Equal([GuardKind.NhsNumber], Guards.Kinds(text));

    [Theory]
    [InlineData("943 476 5918")]
    [InlineData("94 34 76 59 19")]
    [InlineData("09434765919")]
    [InlineData("1111111111")]
    [InlineData("01924 555 010")]
    [InlineData("+44 7700 900123")]
    public void Other_numbers_are_not_taken_for_one(string text) => Assert.Empty(Guards.Kinds(text));
}
