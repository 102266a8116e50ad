using EmployerCrm.Core.Employers.Fields;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Core.Tests.Employers.Fields;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("0113 496 0123", "+441134960123", null)]
    [InlineData("(0113) 496-0123", "+441134960123", null)]
    [InlineData("+44 113 496 0123", "+441134960123", null)]
    [InlineData("+44 (0)113 496 0123", "+441134960123", null)]
    [InlineData("0044 113 496 0123", "+441134960123", null)]
    [InlineData("44113 4960123", "+441134960123", null)]
    [InlineData("0113.496.0123 ext 12", "+441134960123", "12")]
    [InlineData("0113 496 0123 x12", "+441134960123", "12")]
    [InlineData("0113 496 0123 (Ext: 4)", "+441134960123", "4")]
    [InlineData("01632 960123 #7", "+441632960123", "7")]
    [InlineData("Tel: 01632 960123", "+441632960123", null)]
    [InlineData("m. 07700 900123", "+447700900123", null)]
    [InlineData("7700900123", "+447700900123", null)]
    [InlineData("01632\u00A0960\u2011123", "+441632960123", null)]
    [InlineData("０１６３２ ９６０１２３", "+441632960123", null)]
    [InlineData("0800 001066", "+44800001066", null)]
    [InlineData("+353 1 234 5678", "+35312345678", null)]
    [InlineData("+353 (0)1 234 5678", "+35312345678", null)]
    [InlineData("00 49 30 901820", "+4930901820", null)]
    public void A_number_is_read_in_the_ways_it_is_written(string typed, string number, string? extension) =>
        Assert.Equal((new PhoneNumber(number, extension), null), PhoneNumber.Read(typed));

    [Theory]
    [InlineData("ring after 4", FieldReason.PhoneHasWords)]
    [InlineData("0113 496 0123 after 4", FieldReason.PhoneHasWords)]
    [InlineData("ask for Bev 01632 960123", FieldReason.PhoneHasWords)]
    [InlineData("n/a", FieldReason.LeaveEmpty)]
    [InlineData("-", FieldReason.LeaveEmpty)]
    [InlineData("None", FieldReason.LeaveEmpty)]
    [InlineData("496 0123", FieldReason.PhoneTooShort)]
    [InlineData("0113 496 012", FieldReason.PhoneTooShort)]
    [InlineData("07700 90012", FieldReason.PhoneTooShort)]
    [InlineData("0113 496 01234", FieldReason.PhoneTooLong)]
    [InlineData("01632 960123 / 07700 900123", FieldReason.PhoneTooLong)]
    [InlineData("0413 496 0123", FieldReason.PhoneForm)]
    [InlineData("01632 960123; 1", FieldReason.PhoneForm)]
    [InlineData("01632+960123", FieldReason.PhoneForm)]
    [InlineData("<script>", FieldReason.PhoneHasWords)]
    public void What_cannot_be_rung_is_refused_with_the_reason(string typed, FieldReason reason) => Assert.Equal((null, reason), PhoneNumber.Read(typed));

    [Fact]
    public void Nothing_typed_is_no_number() => Assert.Equal((null, null), PhoneNumber.Read(" \t"));

    [Theory]
    [InlineData("+441134960123", "0113 496 0123")]
    [InlineData("+442079460123", "020 7946 0123")]
    [InlineData("+441632960123", "01632 960123")]
    [InlineData("+447700900123", "07700 900123")]
    [InlineData("+443069990123", "0306 999 0123")]
    [InlineData("+35312345678", "+353 12345678")]
    public void A_number_is_written_as_people_write_it(string number, string written) => Assert.Equal(written, new PhoneNumber(number, null).ToString());

    [Fact]
    public void A_call_link_dials_the_extension() => Assert.Equal("tel:+441134960123;ext=12", new PhoneNumber("+441134960123", "12").ToUri());

    [Fact]
    public void Any_number_reads_the_same_however_it_is_written()
    {
        var numbers =
            from first in Gen.Elements('1', '2', '3', '5', '7', '8', '9')
            from rest in Gen.ArrayOf(Gen.Choose(0, 9), 9)
            from extension in Gen.Elements(null, "1", "204")
            from form in Gen.Choose(0, 5)
            from gap in Gen.Elements(" ", "-", ".", "\u00A0", "")
            select (National: first + string.Concat(rest), extension, form, gap);
        Prop.ForAll(numbers.ToArbitrary(), drawn =>
        {
            var (national, extension, form, gap) = drawn;
            var spaced = $"{national[..3]}{gap}{national[3..6]}{gap}{national[6..]}";
            var typed = form switch { 0 => $"0{spaced}", 1 => $"(0{national[..3]}) {national[3..]}", 2 => $"+44{gap}{spaced}", 3 => $"+44 (0){spaced}", 4 => $"0044{gap}{spaced}", _ => $"Tel: 0{spaced}" };
            var number = new PhoneNumber($"+44{national}", extension);
            return PhoneNumber.Read(extension is null ? typed : $"{typed} ext {extension}") == (number, null) && PhoneNumber.Read(number.ToString()) == (number, null);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_is_typed_gives_a_number_that_can_be_rung_or_a_reason()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), typed =>
        {
            var (number, problem) = PhoneNumber.Read(typed);
            return string.IsNullOrWhiteSpace(typed) || (number is null) != (problem is null);
        }).QuickCheckThrowOnFailure();
    }
}
