using EmployerCrm.Core.Employers.Fields;

namespace EmployerCrm.Core.Tests.Employers.Fields;

public sealed class Sic2007Tests
{
    [Fact]
    public void The_classification_has_21_sections_and_88_divisions_in_order()
    {
        Assert.Equal("ABCDEFGHIJKLMNOPQRSTU", string.Concat(Sic2007.Sections.Select(section => section.Code)));
        var divisions = Sic2007.Sections.SelectMany(section => section.Divisions).Select(division => division.Code).ToList();
        Assert.Equal(88, divisions.Count);
        Assert.Equal(divisions.Order(StringComparer.Ordinal), divisions);
        Assert.Equal(divisions.Count, divisions.Distinct(StringComparer.Ordinal).Count());
        Assert.All(Sic2007.Sections, section => Assert.NotEmpty(section.Divisions));
    }

    [Theory]
    [InlineData("G", "47", "G", "47")]
    [InlineData(null, "47", "G", "47")]
    [InlineData("g", null, "G", null)]
    [InlineData("", " 1 ", "A", "01")]
    [InlineData(null, "56101", "I", "56")]
    [InlineData(null, null, null, null)]
    public void A_division_brings_its_section_along(string? section, string? division, string? readSection, string? readDivision) =>
        Assert.Equal((readSection, readDivision, null), Sic2007.Read(section, division));

    [Theory]
    [InlineData("Z", null, FieldReason.SicUnknown)]
    [InlineData(null, "04", FieldReason.SicUnknown)]
    [InlineData(null, "retail", FieldReason.SicUnknown)]
    [InlineData("I", "47", FieldReason.SicOfAnotherSection)]
    public void A_code_that_is_not_there_is_refused(string? section, string? division, FieldReason reason) =>
        Assert.Equal((null, null, reason), Sic2007.Read(section, division));
}
