using DisclosureBot.Cards;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Tests.Cards;

/// <summary>Calendar views as a bureau would see them.</summary>
internal static class SampleCalendars
{
    public static readonly CalendarTablesView Tables = new("2024–2026官方·1a2b3c4d",
    [
        new("2026年全国", "已录入:国务院办公厅关于2026年部分节假日安排的通知(国办发明电〔2025〕7号,2025年11月4日)", Tone.Good),
        new("2027年全国", "尚未录入,暂按推算(非官方安排)计算,涉及的期限标为暂定", Tone.Warning),
        new("2028年全国", "尚未录入,也没有推算,涉及的期限按周一至周五计算并标为暂定", Tone.Bad),
        new("2026年州内", "自治州成立纪念日、火把节(据转载,未见原文);缺彝族年", Tone.Warning),
    ],
    new ImportForm("form-1", [new("2027", "2027年"), new("2026", "2026年")], [new("national", "全国(国务院办公厅通知)"), new("local", "州内(州人民政府办公室通知)")], new()));

    public static readonly CalendarTablesView Refused = Tables with
    {
        Form = Tables.Form! with { Typed = new() { Year = "2027", Scope = "national", Text = "一、元旦:1月1日(周四)至3日(周日)放假,共3天。\n二、春节:2月5日至12日放假调休,共7天。" } },
        Notice = new(Tone.Bad, "第1行“元旦”:2027年1月1日是周五,写的是周四,请核对日期和年度。第2行“春节”:写明共7天,按日期数是8天。请对照通知原文修改后再提交。"),
    };

    public static readonly CalendarReviewView Review = new()
    {
        Calendar = "calendar-2026-0000001",
        Number = "历2026-0001",
        Title = "2027年全国节假日安排",
        Source = "国务院办公厅关于2027年部分节假日安排的通知(演示)",
        Proposer = "徐山岚(演示),11月23日 09:12",
        Status = "等待确认(高远汀(演示)、鲁明泽(演示))",
        StatusTone = Tone.Waiting,
        Days =
        [
            "元旦:1月1日(周五)至1月3日(周日)放假,共3天",
            "春节:2月5日(周五)至2月12日(周五)放假,共8天;1月31日(周日)、2月20日(周六)上班",
            "清明节:4月3日(周六)至4月5日(周一)放假,共3天",
            "劳动节:5月1日(周六)至5月5日(周三)放假,共5天;4月25日(周日)、5月8日(周六)上班",
            "端午节:6月9日(周三)放假,共1天",
            "中秋节:9月15日(周三)放假,共1天",
            "国庆节:10月1日(周五)至10月7日(周四)放假,共7天;9月26日(周日)、10月9日(周六)上班",
        ],
        Changes = ["2027年此前没有正式安排,以上各日均为新增"],
        Warnings = ["调休上班日共10天,往年为5至9天,请核对是否有遗漏。"],
    };

    public static readonly CalendarReviewView Confirmed = Review with { Status = "已生效(鲁明泽(演示)确认),重新计算后3件期限有变动", StatusTone = Tone.Good, Warnings = [] };
}
