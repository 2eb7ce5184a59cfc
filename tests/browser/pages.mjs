// The public pages and what each must show. One row is one page that is visited in every way of public.mjs.
//
//	name    what the test lines call it
//	path    where it is; or
//	from    a page (path) whose first link that matches `link` (a CSS selector) leads there
//	status  200 unless given
//	optional: true    skipped, and said so, when the link is not there (no data for it)
//	same: false       the text differs from visit to visit, so JS on and off are not compared
//	shows   a piece of text of <main>, in Vietnamese
export const pages = [
	{ name: 'home', path: '/', shows: 'Tra cứu hồ sơ đã nộp' },
	{ name: 'catalogue', path: '/thu-tuc' },
	{ name: 'catalogue, found without marks', path: '/thu-tuc?q=giay+phep+lai+xe', shows: 'lái xe' },
	{ name: 'catalogue, nothing found', path: '/thu-tuc?q=khongcogihet' },
	{ name: 'catalogue, page 2', path: '/thu-tuc?trang=2' },
	{ name: 'procedure', from: '/thu-tuc', link: 'main a[href^="/thu-tuc/"]' },
	{ name: 'procedure, unknown', path: '/thu-tuc/khong-co', status: 404, shows: 'Tìm thủ tục bạn cần' },
	{ name: 'tracking, empty', path: '/tra-cuu', shows: 'Mã hồ sơ' },
	{ name: 'tracking, unknown code', path: '/tra-cuu?ma=000.00.00.X00-000000-0000', status: [200, 404] },
	{ name: 'figures', path: '/so-lieu' },
	{ name: 'figures of the article', path: '/so-lieu?co-quan=SGTVT&tu=2022-01-01&den=2022-10-25', optional: true },
	{ name: 'figures, opened into dossiers', from: '/so-lieu', link: 'main .num a[href]', optional: true },
	{ name: 'news', path: '/tin-tuc' },
	{ name: 'news article', from: '/tin-tuc', link: 'main a[href^="/tin-tuc/"]', optional: true, same: false },
	{ name: 'pages of the house', path: '/huong-dan' },
	{ name: 'legal documents', path: '/van-ban' },
	{ name: 'legal document', from: '/van-ban', link: 'main .results a[href^="/van-ban/"]', optional: true },
	{ name: 'feedback', path: '/phan-anh' },
	{ name: 'visits', path: '/thong-ke-truy-cap', same: false },
	{ name: 'search', path: '/tim-kiem?q=giay+phep+lai+xe' },
	{ name: 'sign in', path: '/dang-nhap' },
	{ name: 'accessibility statement', path: '/tro-nang', shows: 'Những điều còn thiếu' },
	{ name: 'documents', path: '/van-ban', shows: 'văn bản' },
	{ name: 'document', from: '/van-ban', link: 'main .results a[href^="/van-ban/"]', optional: true },
	{ name: 'search', path: '/tim-kiem?q=giay+phep', shows: 'Thủ tục' },
	{ name: 'search, nothing found', path: '/tim-kiem?q=giaays+phesps', shows: 'Không tìm thấy gì' },
	{ name: 'feedback', path: '/phan-anh', shows: 'Luật Khiếu nại' },
	{ name: 'feedback, the form', path: '/phan-anh/gui', shows: 'Bạn là ai' },
	{ name: 'feedback, look-up', path: '/phan-anh/tra-cuu', shows: 'Mã bí mật' },
	{ name: 'feedback, a published one', path: '/phan-anh/PAKN-2022-0001', optional: true },
	{ name: 'no such page', path: '/khong-co-trang-nay', status: 404, shows: 'Không tìm thấy trang' },
	{ name: 'wrong method', path: '/tuy-chinh/co-chu', status: 405, shows: 'không nhận cách gửi đó' },
];
