namespace EmployerCrm.Bot.Reading;

/// <summary>
/// First names common in the United Kingdom. They only tell a person from a business where the sentence fits both ("rang Sarah", "rang Brewdog"), and where a
/// surname in small letters ends; a name that is not here is still a name where it stands in a person's place.
/// </summary>
internal static class FirstNames
{
    private static readonly HashSet<string> Names = new((
        "aaron abbie abdul abdullah abigail ada adam adele adil adrian agnes ahmed aidan aisha alan albert alfie alice alicia alisha amanda amber amelia amina amir amit amy ana andre andrea andrzej angela angus anil anita ann anna anne annie anya archie arjun arthur asad asha ashley ashok asif astrid ava ayesha " +
        "bernard bethan beth beverley bev bilal bob brandon brenda brian bridget bronwen bryan bryn bruce callum cameron carl carla carly carmen carole carolyn cerys chantelle chloe ciara cian claire clare clive colin connor conor craig cynthia daisy damian dana danuta daphne darius dawn dean declan deepak delroy denise dennis derek diana diane dilwyn dominic donna dorota doreen doug dougal douglas duncan dylan " +
        "eamonn edith edwin efua eileen elaine elena eleri eliot ella ellen elliot elsie elwyn eric erin esther ethan eva eve evelyn ewa ewan ezra faith farah fatima faye felicity femi fergus fern finlay fiona florence freya gail gavin gemma gethin ginny gladys glen glenn glenys glynn gordon grace graham grant greta grzegorz guy gwyn hamza hana hannah harish harjit harriet harvey hasan hattie hayley hazel heather heidi holly howard hussain hywel " +
        "ian ibrahim ida imogen imran ingrid irene iris irfan isaac isla ivan ivy iwan jacob jade jagdeep jake jan jane jarek jasmin jasmine jaspreet javed jay jayne jean jeanette jelena jemma joan joanna jodie joel jolene jordan joyce juan jude julian juliet june justin justyna kai kamal kamila kareem karl karolina kate keith kelly kelvin kerry khadija khalid kieran kiran kirsten kirsty krystyna kuldeep kyle " +
        "lakshmi lance lara laura layla leah lee leigh lena leo leroy lewis lily linda lindsay lisa lloyd logan lois lorna lorraine louis luca lucas luis luke lydia lynda lynne magda mahmood maisie malik mandeep mandy marcin marco marcus maria marian marie marilyn mario marion mariusz mark marlene martha martyn mary maryam mason maurice max maxine maya megan mehmet mei meera mercy mia mia michal mike milan mila milly miriam mohsin moira molly mona monica morgan muriel " +
        "nadia nadine nancy naomi narinder nasreen natalie natasha navid neil nerys nia nigel nina noah noel noor noreen norma oksana olga olena olwen omar oscar owain owen paige parveen paul paula pauline pavel pearl perry petra phoebe phyllis poppy pradeep priya priyanka rafal rahul raj rajesh ralph ravi reece rhiannon rhian rhona rhys rita robin rodney roger rohan roman rory rosa rosie ross roy ruby rukhsana rupert ruth ryan " +
        "sabrina sadia saeed saima sajid salma sana sandeep sanjay sara sasha saul scott sean sebastian selina serena shabana shabir shamim shane shannon shaun shawn sheila shelley sheryl shirley shona shreya sian sidney simone siobhan sofia sonia spencer stacey stan stanley stefan stella stephan sunil sunita surinder suresh suzy syed sylwia tamara tanya tara tariq tasha tasneem tatiana ted tegan terri theo thelma tia tiffany tina todd toby toni tracy trudy tyler tyrone " +
        "uzma vera verity veronica vijay vikram viv vivian vivienne waqar wayne wendy wesley wiktor winston xavier yasmin yasmine yolanda yousef yusuf yvette zainab zara zoe zofia zuzanna").Split(' '), StringComparer.Ordinal);

    public static bool Contains(string word) => Names.Contains(word) || Nicknames.Contains(word);
}
