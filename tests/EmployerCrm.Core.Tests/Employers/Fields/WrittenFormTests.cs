using EmployerCrm.Core.Employers.Fields;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Core.Tests.Employers.Fields;

/// <summary>Company numbers, e-mail and web addresses.</summary>
public sealed class WrittenFormTests
{
    [Theory]
    [InlineData("01234567", "01234567")]
    [InlineData("1234567", "01234567")]
    [InlineData("445790", "00445790")]
    [InlineData("sc 123456", "SC123456")]
    [InlineData("NI12345", "NI012345")]
    [InlineData("OC301234", "OC301234")]
    [InlineData("Company no. 01234567", "01234567")]
    [InlineData("R0000123", "R0000123")]
    [InlineData("IP12345R", "IP12345R")]
    public void A_company_number_is_written_in_eight_characters(string typed, string written) => Assert.Equal(Written.Of(written), CompanyNumber.Read(typed));

    [Theory]
    [InlineData("SCA123456", FieldReason.CompanyNumberForm)]
    [InlineData("SC1234567", FieldReason.CompanyNumberForm)]
    [InlineData("A1234567", FieldReason.CompanyNumberForm)]
    [InlineData("QQ123456", FieldReason.CompanyNumberForm)]
    [InlineData("1234567A", FieldReason.CompanyNumberForm)]
    [InlineData("123456789", FieldReason.CompanyNumberForm)]
    [InlineData("00000000", FieldReason.CompanyNumberForm)]
    [InlineData("SC", FieldReason.CompanyNumberForm)]
    [InlineData("none", FieldReason.LeaveEmpty)]
    public void What_is_no_company_number_is_refused_with_the_reason(string typed, FieldReason reason) => Assert.Equal(new Written(null, reason), CompanyNumber.Read(typed));

    [Theory]
    [InlineData("bev@example.com", "bev@example.com")]
    [InlineData(" Bev.O'Neil+work@Example.CO.UK ", "Bev.O'Neil+work@example.co.uk")]
    [InlineData("mailto:bev@example.com", "bev@example.com")]
    [InlineData("Bev <bev@example.com>", "bev@example.com")]
    [InlineData("bev@example.com.", "bev@example.com")]
    public void An_address_is_kept_bare(string typed, string written) => Assert.Equal(Written.Of(written), EmailAddress.Read(typed));

    [Theory]
    [InlineData("bev")]
    [InlineData("bev@example")]
    [InlineData("bev@@example.com")]
    [InlineData("bev @example.com")]
    [InlineData("bev@exa mple.com")]
    [InlineData(".bev@example.com")]
    [InlineData("bev@-example.com")]
    [InlineData("bev@example.com, jo@example.com")]
    [InlineData("<script>@example.com")]
    [InlineData("bev@example.com\nBcc: all@example.com")]
    public void What_is_no_address_is_refused(string typed) => Assert.Equal(new Written(null, FieldReason.EmailForm), EmailAddress.Read(typed));

    [Theory]
    [InlineData("example.com", "https://example.com")]
    [InlineData("WWW.Example.com/Jobs", "https://www.example.com/Jobs")]
    [InlineData("http://example.com/", "http://example.com")]
    [InlineData("https://example.com/jobs?at=otley", "https://example.com/jobs?at=otley")]
    [InlineData("//example.com", "https://example.com")]
    public void A_website_gets_its_scheme(string typed, string written) => Assert.Equal(Written.Of(written), WebAddress.Read(typed));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("javascript://example.com/%0aalert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("https://someone@example.com")]
    [InlineData("ftp://example.com")]
    [InlineData("localhost")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("facebook page")]
    [InlineData("https://")]
    public void What_a_link_must_not_lead_to_is_refused(string typed) => Assert.Equal(new Written(null, FieldReason.WebsiteForm), WebAddress.Read(typed));

    [Fact]
    public void Every_written_form_reads_as_itself()
    {
        Func<string?, Written>[] readers = [CompanyNumber.Read, EmailAddress.Read, WebAddress.Read, Postcode.Read];
        var typed = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string?>(), from number in Gen.Choose(0, 99999999) from prefix in Gen.Elements("", "SC", "NI", "OC", "SCA") select prefix + number,
            from word in ArbMap.Default.GeneratorFor<string?>() from end in Gen.Elements("@example.com", ".com", ".co.uk/x y", " LS21 3AB") select word + end);
        Prop.ForAll(typed.ToArbitrary(), text => readers.All(read => read(text) is var once && (once.Problem is not null || once.Value is null || read(once.Value) == once)))
            .QuickCheckThrowOnFailure();
    }
}
