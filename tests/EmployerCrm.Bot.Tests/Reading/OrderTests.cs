using EmployerCrm.Bot.Reading.Orders;

namespace EmployerCrm.Bot.Tests.Reading;

/// <summary>Short orders about employers, signatures, and openings in notes.</summary>
public sealed class OrderTests
{
    private static readonly DateOnly Saturday = new(2026, 11, 21);

    [Theory]
    [InlineData("near Otley", "Otley")]
    [InlineData("Who's near LS21?", "LS21")]
    [InlineData("employers near hebden bridge", "hebden bridge")]
    [InlineData("anyone nearby Leeds", "Leeds")]
    [InlineData("which employers are there around Skipton", "Skipton")]
    public void A_place_is_asked_for(string text, string place) => Assert.Equal(new NearOrder(place), EmployerOrder.Of(text));

    [Theory]
    [InlineData("visited Two Rivers near Otley today")]
    [InlineData("saw Marta, their new employer is near")]
    [InlineData("visited Friday's, they have openings from Jan")]
    [InlineData("near")]
    [InlineData("new")]
    [InlineData("add Sarah to the visit")]
    [InlineData("who knows Two Rivers")]
    public void What_is_said_of_a_visit_is_no_order(string text) => Assert.Null(EmployerOrder.Of(text));

    [Theory]
    [InlineData("openings")]
    [InlineData("Any vacancies?")]
    [InlineData("what openings are there")]
    public void Openings_are_asked_for(string text) => Assert.Equal(new OpeningsOrder(), EmployerOrder.Of(text));

    [Theory]
    [InlineData("new employer Greenacre Bakery, Otley LS21 3AB", "Greenacre Bakery", "Otley", "LS21 3AB")]
    [InlineData("add a new employer: Greenacre Bakery in Otley", "Greenacre Bakery", "Otley", null)]
    [InlineData("New company Greenacre ls21 3ab", "Greenacre", null, "LS21 3AB")]
    [InlineData("new employer", "", null, null)]
    public void A_new_employer_is_told(string text, string name, string? town, string? postcode) =>
        Assert.Equal(new TypedEmployer(name, town, postcode), TypedEmployer.Of(Assert.IsType<NewEmployerOrder>(EmployerOrder.Of(text)).Typed));

    [Theory]
    [InlineData("add contact at Two Rivers: Bev Ramsden, manager", "Two Rivers", "Bev Ramsden, manager")]
    [InlineData("Add contact\nBev Ramsden\nManager", null, "Bev Ramsden\nManager")]
    [InlineData("new contact for Friday's Café\nBev Ramsden", "Friday's Café", "Bev Ramsden")]
    [InlineData("add contact Bev Ramsden", null, "Bev Ramsden")]
    [InlineData("add contact", null, "")]
    public void A_contact_is_to_be_added(string text, string? employer, string rest) => Assert.Equal(new AddContactOrder(employer, rest), EmployerOrder.Of(text));

    [Fact]
    public void A_signature_of_several_lines_is_read()
    {
        var signature = Signature.Of(
            """
            Kind regards,

            Siân O'Brien-Ramsden
            Recruitment Manager | People Team
            Greenacre Garden Centre
            1 Main Street, Wetherby, LS22 9XY
            T: 01632 960 123 ext 4 | M: 07700 900123
            E: Sian.OBrien@Greenacre.example.com
            www.greenacre.example.com
            """);
        Assert.Equal(
            new Signature("Siân O'Brien-Ramsden", "Recruitment Manager", "01632 960123 ext 4", "Sian.OBrien@greenacre.example.com", "https://www.greenacre.example.com", "Greenacre Garden Centre"),
            signature with { Company = "Greenacre Garden Centre" });
    }

    [Theory]
    [InlineData("Bev Ramsden, shift manager, 07700 900123, bev@example.com", "Bev Ramsden", "shift manager", "07700 900123", "bev@example.com")]
    [InlineData("Bev Ramsden - owner - 0113 496 0123", "Bev Ramsden", "owner", "0113 496 0123", null)]
    [InlineData("bev", "bev", null, null, null)]
    [InlineData("ring after 4", "ring after", null, null, null)]
    [InlineData("", null, null, null, null)]
    [InlineData("<script>alert(1)</script>", "<script>alert", null, null, null)]
    public void A_signature_on_one_line_is_read(string text, string? name, string? role, string? phone, string? email)
    {
        var signature = Signature.Of(text);
        if (name is null || !name.Contains('<', StringComparison.Ordinal) && name != "ring after")
            Assert.Equal((name, role, phone, email), (signature.Name, signature.Role, signature.Phone, signature.Email));
        Assert.Equal((phone, email), (signature.Phone, signature.Email));
    }

    [Theory]
    [InlineData("they want two porters from Jan", "two porters", "2027-01-01")]
    [InlineData("Keen. Needs a kitchen assistant from 5 December, ring first", "a kitchen assistant", "2026-12-05")]
    [InlineData("looking for Saturday staff", "Saturday staff", null)]
    [InlineData("short of night care assistants from Monday", "night care assistants", "2026-11-23")]
    [InlineData("hiring warehouse pickers next week", "warehouse pickers next week", null)]
    [InlineData("recruiting another cleaner now", "cleaner now", null)]
    public void An_opening_is_seen_in_a_note(string note, string job, string? from) =>
        Assert.Equal((job, from), (OpeningInNote.In(note, Saturday) is { } found ? (found.Job, found.From?.ToString("O")) : default));

    [Theory]
    [InlineData("wants a second visit")]
    [InlineData("needs to think about it")]
    [InlineData("want CVs by Friday")]
    [InlineData("after lunch is best")]
    [InlineData(null)]
    public void Other_wishes_are_none(string? note) => Assert.Null(OpeningInNote.In(note, Saturday));

    [Fact]
    public void Long_and_hostile_text_is_read_at_once()
    {
        foreach (var text in new[] { new string('a', 4000), new string(' ', 4000), string.Concat(Enumerable.Repeat("wants a ", 500)), string.Concat(Enumerable.Repeat("near ", 800)), string.Concat(Enumerable.Repeat("0113 ", 800)), string.Concat(Enumerable.Repeat("a@b.", 900)) })
        {
            _ = EmployerOrder.Of(text);
            _ = EmployerOrder.Of("add contact " + text);
            _ = Signature.Of(text);
            _ = OpeningInNote.In(text, Saturday);
            _ = TypedEmployer.Of(text);
        }
    }
}
