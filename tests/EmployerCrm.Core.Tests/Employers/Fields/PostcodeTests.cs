using EmployerCrm.Core.Employers.Fields;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Core.Tests.Employers.Fields;

public sealed class PostcodeTests
{
    [Theory]
    [InlineData("ls21 3ab", "LS21 3AB")]
    [InlineData("LS213AB", "LS21 3AB")]
    [InlineData(" l s 2 1 3 a b ", "LS21 3AB")]
    [InlineData("M1 1AE", "M1 1AE")]
    [InlineData("EC1A 1BB", "EC1A 1BB")]
    [InlineData("W1A 0AX", "W1A 0AX")]
    [InlineData("LS2I 3AB", "LS21 3AB")]
    [InlineData("LS21 OAB", "LS21 0AB")]
    [InlineData("BD1O 1AA", "BD10 1AA")]
    [InlineData("bfpo 57", "BFPO 57")]
    [InlineData("B.F.P.O. c/o 1234", "BFPO 1234")]
    [InlineData("GIR 0AA", "GIR 0AA")]
    public void A_postcode_is_written_in_its_form(string typed, string written) => Assert.Equal(Written.Of(written), Postcode.Read(typed));

    [Theory]
    [InlineData("n/a", FieldReason.LeaveEmpty)]
    [InlineData("unknown", FieldReason.LeaveEmpty)]
    [InlineData("LS21", FieldReason.PostcodeHalf)]
    [InlineData("Otley", FieldReason.PostcodeForm)]
    [InlineData("QS21 3AB", FieldReason.PostcodeForm)]
    [InlineData("LS21 3CB", FieldReason.PostcodeForm)]
    [InlineData("LS21 3ABC", FieldReason.PostcodeForm)]
    [InlineData("12345", FieldReason.PostcodeForm)]
    public void What_is_none_is_refused_with_the_reason(string typed, FieldReason reason) => Assert.Equal(new Written(null, reason), Postcode.Read(typed));

    [Theory]
    [InlineData("ls21", "LS21")]
    [InlineData("LS 21", "LS21")]
    [InlineData("ls", "LS")]
    [InlineData("LS21 3AB", "LS21")]
    [InlineData("Otley", null)]
    [InlineData("", null)]
    public void A_district_or_area_is_told_from_a_town(string typed, string? outward) => Assert.Equal(outward, Postcode.OutwardOrNull(typed));

    [Fact]
    public void A_written_postcode_reads_as_itself_in_any_spacing_and_case()
    {
        var written =
            from area in Gen.Elements("M", "L", "LS", "BD", "HX", "YO", "B")
            from district in Gen.Choose(1, 99)
            from sector in Gen.Choose(0, 9)
            from unit in Gen.ArrayOf(Gen.Elements("ABDEFGHJLNPQRSTUWXYZ".ToCharArray()), 2)
            from gap in Gen.Elements("", " ", "  ", "\u00A0", "-")
            from small in Gen.Elements(true, false)
            select (Outward: $"{area}{district}", Inward: $"{sector}{string.Concat(unit)}", gap, small);
        Prop.ForAll(written.ToArbitrary(), drawn =>
        {
            var typed = drawn.Outward + drawn.gap + drawn.Inward;
            return Postcode.Read(drawn.small ? typed.ToLowerInvariant() : typed) == Written.Of($"{drawn.Outward} {drawn.Inward}");
        }).QuickCheckThrowOnFailure();
    }
}
